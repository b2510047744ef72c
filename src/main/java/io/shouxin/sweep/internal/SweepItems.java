package io.shouxin.sweep.internal;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.retention.DecisionReason;
import io.shouxin.sweep.SweepItem;
import io.shouxin.sweep.Sweeps.Group;
import io.shouxin.system.HoldingSystem.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code sweep_item} and {@code sweep_batch}: every record of a sweep, and what was reported of its parts. */
@Repository
class SweepItems {

    /** Comes before every id. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    SweepItems(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(UUID sweep, Collection<SweepItem> items) {
        batch.batchUpdate(
                """
                INSERT INTO sweep_item (sweep_id, record_id, subject_id, category, classification, due_on, why, rule_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                items.stream()
                        .map(item -> new Object[] {
                            sweep,
                            item.recordId(),
                            item.subjectId(),
                            item.category().name(),
                            item.classification().name(),
                            item.dueOn(),
                            item.why().name(),
                            item.ruleId()
                        })
                        .toList());
    }

    /** The part that is set apart, empty between two parts. */
    List<SweepItem> planned(UUID sweep) {
        return jdbc.sql("SELECT * FROM sweep_item WHERE sweep_id = ? AND state = 'PLANNED' ORDER BY record_id")
                .param(sweep)
                .query(SweepItems::read)
                .list();
    }

    /** Sets the next people apart, each with everything of theirs that is in the sweep. */
    void planNext(UUID sweep, int people) {
        jdbc.sql("""
                        UPDATE sweep_item SET state = 'PLANNED', batch =
                            (SELECT coalesce(max(b.batch), 0) + 1 FROM sweep_batch b WHERE b.sweep_id = :sweep)
                        WHERE sweep_id = :sweep AND state = 'PENDING' AND subject_id IN (
                            SELECT DISTINCT subject_id FROM sweep_item WHERE sweep_id = :sweep AND state = 'PENDING'
                            ORDER BY subject_id LIMIT :people)
                        """).param("sweep", sweep).param("people", people).update();
    }

    boolean anyPending(UUID sweep) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sweep_item WHERE sweep_id = ? AND state = 'PENDING')")
                .param(sweep)
                .query(Boolean.class)
                .single();
    }

    void spare(UUID sweep, Map<UUID, String> reasons) {
        batch.batchUpdate(
                "UPDATE sweep_item SET state = 'SPARED', spared_for = ? WHERE sweep_id = ? AND record_id = ?",
                reasons.entrySet().stream()
                        .map(spared -> new Object[] {spared.getValue(), sweep, spared.getKey()})
                        .toList());
    }

    /** What is still set apart is gone. */
    void destroyed(UUID sweep, Receipt receipt) {
        jdbc.sql("""
                        INSERT INTO sweep_batch (sweep_id, batch, erased, refused, key_ids, erased_at)
                        SELECT ?, coalesce(max(batch), 0) + 1, ?, ?, ?, ? FROM sweep_batch WHERE sweep_id = ?
                        """)
                .params(
                        sweep,
                        receipt.erased(),
                        receipt.refused(),
                        receipt.destroyedKeys().toArray(UUID[]::new),
                        Timestamp.from(receipt.at()),
                        sweep)
                .update();
        jdbc.sql("UPDATE sweep_item SET state = 'DESTROYED' WHERE sweep_id = ? AND state = 'PLANNED'")
                .param(sweep)
                .update();
    }

    /**
     * What each part reported.
     *
     * @param verifiedAt when all of them were counted again, null before that
     */
    List<ErasureReceipt> receipts(UUID sweep, String system, @Nullable Instant verifiedAt) {
        return jdbc.sql("SELECT erased, refused, key_ids, erased_at FROM sweep_batch WHERE sweep_id = ? ORDER BY batch")
                .param(sweep)
                .query((rs, n) -> new ErasureReceipt(
                        system,
                        rs.getInt(1),
                        rs.getInt(2),
                        Arrays.asList((UUID[]) rs.getArray(3).getArray()),
                        rs.getTimestamp(4).toInstant(),
                        verifiedAt != null,
                        verifiedAt))
                .list();
    }

    /** What is gone, a page at a time in the order of ids. */
    List<UUID> destroyedAfter(UUID sweep, UUID last, int limit) {
        return jdbc.sql("""
                        SELECT record_id FROM sweep_item WHERE sweep_id = ? AND state = 'DESTROYED' AND record_id > ?
                        ORDER BY record_id LIMIT ?
                        """).params(sweep, last, limit).query(UUID.class).list();
    }

    Map<String, Integer> spared(UUID sweep) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql(
                        "SELECT spared_for, count(*) FROM sweep_item WHERE sweep_id = ? AND state = 'SPARED' GROUP BY spared_for")
                .param(sweep)
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getInt(2));
                });
        return counts;
    }

    Map<Category, Integer> destroyedByCategory(UUID sweep) {
        Map<Category, Integer> counts = new TreeMap<>();
        jdbc.sql(
                        "SELECT category, count(*) FROM sweep_item WHERE sweep_id = ? AND state = 'DESTROYED' GROUP BY category")
                .param(sweep)
                .query(rs -> {
                    counts.put(Category.valueOf(rs.getString(1)), rs.getInt(2));
                });
        return counts;
    }

    int count(UUID sweep, SweepItem.State state) {
        return jdbc.sql("SELECT count(*) FROM sweep_item WHERE sweep_id = ? AND state = ?")
                .params(sweep, state.name())
                .query(Integer.class)
                .single();
    }

    /** Who has lost something. */
    List<UUID> peopleDestroyed(UUID sweep) {
        return jdbc.sql("SELECT DISTINCT subject_id FROM sweep_item WHERE sweep_id = ? AND state = 'DESTROYED'")
                .param(sweep)
                .query(UUID.class)
                .list();
    }

    List<Group> groups(UUID sweep) {
        return jdbc.sql("""
                        SELECT category, why, rule_id, count(DISTINCT subject_id), count(*), min(due_on), max(due_on)
                        FROM sweep_item WHERE sweep_id = ? GROUP BY category, why, rule_id ORDER BY count(*) DESC, category, rule_id
                        """)
                .param(sweep)
                .query((rs, n) -> new Group(
                        Category.valueOf(rs.getString(1)),
                        DecisionReason.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getObject(6, LocalDate.class),
                        rs.getObject(7, LocalDate.class)))
                .list();
    }

    /** The records of a few people, spread over the sweep: those whose ids come first are as good as drawn, for ids are random. */
    List<SweepItem> ofSome(UUID sweep, int people) {
        return jdbc.sql("""
                        SELECT * FROM sweep_item WHERE sweep_id = :sweep AND subject_id IN
                            (SELECT DISTINCT subject_id FROM sweep_item WHERE sweep_id = :sweep ORDER BY subject_id LIMIT :people)
                        ORDER BY subject_id, category
                        """)
                .param("sweep", sweep)
                .param("people", people)
                .query(SweepItems::read)
                .list();
    }

    private static SweepItem read(ResultSet rs, int n) throws SQLException {
        return new SweepItem(
                rs.getObject("record_id", UUID.class),
                rs.getObject("subject_id", UUID.class),
                Category.valueOf(rs.getString("category")),
                Classification.valueOf(rs.getString("classification")),
                rs.getObject("due_on", LocalDate.class),
                DecisionReason.valueOf(rs.getString("why")),
                rs.getString("rule_id"),
                SweepItem.State.valueOf(rs.getString("state")),
                rs.getString("spared_for"));
    }
}
