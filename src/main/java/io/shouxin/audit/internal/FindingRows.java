package io.shouxin.audit.internal;

import io.shouxin.audit.Act;
import io.shouxin.audit.Conclusion;
import io.shouxin.audit.Finding;
import io.shouxin.audit.FindingState;
import io.shouxin.audit.internal.DayOfLooks.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of findings, of what was concluded about them, and of how far the log has been looked through. */
@Repository
class FindingRows {

    private static final String COLUMNS =
            "id, account_id, rule_id, threshold, table_version, day, first_at, last_at, amount, entries, acts, hours, branches, state";

    private static final String LISTED =
            " WHERE branches && ?::uuid[] AND (day >= ? OR state IN ('OPEN', 'FOLLOW_UP'))";

    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is asked about, where and by which table. */
    record Basis(UUID account, LocalDate day, Set<UUID> branches, String tableVersion, Instant now) {}

    /** Stores what was found; what was found before and has grown is open again. */
    void save(Basis basis, Found found) {
        jdbc.sql("""
                        INSERT INTO unusual_finding AS f (id, account_id, rule_id, threshold, table_version, day, first_at, last_at,
                            amount, entries, acts, hours, branches, found_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?::integer[], ?::uuid[], ?)
                        ON CONFLICT (account_id, rule_id, day) DO UPDATE SET threshold = excluded.threshold,
                            table_version = excluded.table_version, first_at = excluded.first_at, last_at = excluded.last_at,
                            amount = excluded.amount, entries = excluded.entries, acts = excluded.acts, hours = excluded.hours,
                            branches = excluded.branches, state = 'OPEN'
                        WHERE excluded.entries > f.entries
                        """)
                .params(
                        UUID.randomUUID(),
                        basis.account(),
                        found.rule().ruleId(),
                        found.rule().threshold(),
                        basis.tableVersion(),
                        basis.day(),
                        Timestamp.from(found.first()),
                        Timestamp.from(found.last()),
                        found.amount(),
                        found.entries(),
                        found.acts().stream().map(Enum::name).sorted().toArray(String[]::new),
                        found.hours().toArray(Integer[]::new),
                        basis.branches().toArray(UUID[]::new),
                        Timestamp.from(basis.now()))
                .update();
    }

    List<Finding> list(Collection<UUID> branches, LocalDate since, @Nullable FindingState state, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM unusual_finding" + LISTED
                        + " AND (?::text IS NULL OR state = ?) ORDER BY day DESC, last_at DESC, id LIMIT ?")
                .params(
                        branches.toArray(UUID[]::new),
                        since,
                        state == null ? null : state.name(),
                        state == null ? null : state.name(),
                        limit)
                .query(FindingRows::read)
                .list();
    }

    Map<FindingState, Integer> counts(Collection<UUID> branches, LocalDate since) {
        Map<FindingState, Integer> counts = new EnumMap<>(FindingState.class);
        jdbc.sql("SELECT state, count(*) FROM unusual_finding" + LISTED + " GROUP BY state")
                .params(branches.toArray(UUID[]::new), since)
                .query(row -> {
                    counts.put(FindingState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM unusual_finding WHERE id = ?")
                .param(id)
                .query(FindingRows::read)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it before the transaction ends. */
    Optional<Finding> lock(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM unusual_finding WHERE id = ? FOR UPDATE")
                .param(id)
                .query(FindingRows::read)
                .optional();
    }

    /** A conclusion as it is stored. */
    record MarkRow(UUID id, Conclusion conclusion, byte[] note, UUID by, Instant at) {}

    void mark(Finding finding, MarkRow mark) {
        jdbc.sql("""
                        INSERT INTO unusual_mark (id, finding_id, conclusion, note, entries, marked_by, marked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        mark.id(),
                        finding.id(),
                        mark.conclusion().name(),
                        mark.note(),
                        finding.entries(),
                        mark.by(),
                        Timestamp.from(mark.at()))
                .update();
        jdbc.sql("UPDATE unusual_finding SET state = ? WHERE id = ?")
                .params(mark.conclusion().state().name(), finding.id())
                .update();
    }

    List<MarkRow> marks(UUID finding) {
        return jdbc.sql("SELECT id, conclusion, note, marked_by, marked_at FROM unusual_mark WHERE finding_id = ?"
                        + " ORDER BY marked_at, id")
                .param(finding)
                .query((row, n) -> new MarkRow(
                        row.getObject("id", UUID.class),
                        Conclusion.valueOf(row.getString("conclusion")),
                        row.getBytes("note"),
                        row.getObject("marked_by", UUID.class),
                        row.getTimestamp("marked_at").toInstant()))
                .list();
    }

    Optional<Instant> checkedUntil() {
        return jdbc.sql("SELECT checked_until FROM unusual_check WHERE checked_until IS NOT NULL")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Takes the only turn to look through the log until the transaction ends; false where another node has it. */
    boolean takeTurn() {
        return jdbc.sql("SELECT true FROM unusual_check FOR UPDATE SKIP LOCKED")
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void checked(Instant until) {
        jdbc.sql("UPDATE unusual_check SET checked_until = greatest(checked_until, ?)")
                .param(Timestamp.from(until))
                .update();
    }

    private static Finding read(ResultSet row, int n) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("rule_id"),
                row.getInt("threshold"),
                row.getString("table_version"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("amount"),
                row.getInt("entries"),
                Arrays.stream((String[]) row.getArray("acts").getArray())
                        .map(Act::valueOf)
                        .collect(Collectors.toSet()),
                Set.of((Integer[]) row.getArray("hours").getArray()),
                Set.of((UUID[]) row.getArray("branches").getArray()),
                FindingState.valueOf(row.getString("state")));
    }
}
