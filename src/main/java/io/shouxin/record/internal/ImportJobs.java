package io.shouxin.record.internal;

import io.shouxin.platform.Cell;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.Category;
import io.shouxin.record.ImportState;
import io.shouxin.record.ImportTrial;
import io.shouxin.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code import_job}. */
@Component
class ImportJobs {

    /** How long a silent process is believed to be at work; each batch renews it. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final String COLUMNS =
            "id, branch_id, state, failure, created_by, created_at, finished_at, row_count,"
                    + " rows_done, people, people_known, third_parties, records, records_known, duplicates, rejected, warnings,"
                    + " attempts, purged_at, rows_tried, paused_by, paused_at";

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, KeyVault keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    void insert(UUID id, UUID branch, @Nullable UUID createdBy, ImportDetails details) {
        jdbc.sql("""
                        INSERT INTO import_job (id, branch_id, state, created_by, created_at, details)
                        VALUES (?, ?, 'RECEIVED', ?, ?, ?)
                        """)
                .params(Arrays.asList(id, branch, createdBy, Timestamp.from(clock.instant()), encrypted(id, details)))
                .update();
    }

    /**
     * @throws NotFound if there is none
     */
    ImportJob get(UUID id) {
        return find(id, "");
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM import_job WHERE id = ?")
                .param(id)
                .query(ImportJobs::read)
                .optional();
    }

    /** Locked until the end of the transaction. */
    ImportJob lock(UUID id) {
        return find(id, " FOR UPDATE");
    }

    private ImportJob find(UUID id, String suffix) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM import_job WHERE id = ?" + suffix)
                .param(id)
                .query(ImportJobs::read)
                .optional()
                .orElseThrow(() -> new NotFound("import", id));
    }

    /** @param branches null for all */
    List<ImportJob> newest(@Nullable Collection<UUID> branches, int offset, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM import_job WHERE ?::boolean OR branch_id = ANY (?)"
                        + " ORDER BY created_at DESC, id OFFSET ? LIMIT ?")
                .params(branches == null, branches == null ? new UUID[0] : branches.toArray(UUID[]::new), offset, limit)
                .query(ImportJobs::read)
                .list();
    }

    /** Imports to be run, oldest first. */
    List<UUID> unfinished(boolean alsoClaimed) {
        return jdbc.sql("""
                        SELECT id FROM import_job WHERE state IN ('RECEIVED', 'TRYING', 'RUNNING')
                        AND (?::boolean OR claimed_until IS NULL OR claimed_until < ?) ORDER BY created_at, id
                        """)
                .params(alsoClaimed, Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /** Imports in one of these states, not purged, untouched since a moment. */
    List<UUID> olderThan(Instant moment, ImportState... states) {
        return jdbc.sql("""
                        SELECT id FROM import_job WHERE state = ANY (?) AND purged_at IS NULL
                        AND COALESCE(finished_at, paused_at, created_at) < ? ORDER BY created_at
                        """)
                .params(Arrays.stream(states).map(Enum::name).toArray(String[]::new), Timestamp.from(moment))
                .query(UUID.class)
                .list();
    }

    void started(UUID id) {
        jdbc.sql("""
                        UPDATE import_job SET state = CASE state WHEN 'TRYING' THEN state ELSE 'RUNNING' END,
                            attempts = attempts + 1, claimed_until = ? WHERE id = ?
                        """).params(claim(), id).update();
    }

    /** Gives an import back after a failed attempt. */
    void released(UUID id) {
        jdbc.sql("UPDATE import_job SET claimed_until = NULL WHERE id = ? AND state IN ('TRYING', 'RUNNING')")
                .param(id)
                .update();
    }

    void sized(UUID id, int rows, ImportDetails details) {
        jdbc.sql("UPDATE import_job SET row_count = ?, details = ?, claimed_until = ? WHERE id = ?")
                .params(rows, encrypted(id, details), claim(), id)
                .update();
    }

    /** A batch is done: only a whole series of attempts without any progress counts as stuck. */
    void advanced(UUID id, int rowsDone, ImportJob.Counts more) {
        jdbc.sql("""
                        UPDATE import_job SET rows_done = ?, people = people + ?, people_known = people_known + ?,
                            third_parties = third_parties + ?, records = records + ?, records_known = records_known + ?,
                            duplicates = duplicates + ?, rejected = rejected + ?, warnings = warnings + ?,
                            attempts = 1, claimed_until = ?
                        WHERE id = ?
                        """)
                .params(
                        rowsDone,
                        more.people(),
                        more.peopleKnown(),
                        more.thirdParties(),
                        more.records(),
                        more.recordsKnown(),
                        more.duplicates(),
                        more.rejected(),
                        more.warnings(),
                        claim(),
                        id)
                .update();
    }

    /** A row that was left out has been imported after all; what it brought counts with its list. */
    void mended(UUID id, ImportJob.Counts more) {
        jdbc.sql("""
                        UPDATE import_job SET people = people + ?, people_known = people_known + ?,
                            third_parties = third_parties + ?, records = records + ?, records_known = records_known + ?,
                            duplicates = duplicates + ?, rejected = rejected - 1, warnings = warnings + ?
                        WHERE id = ?
                        """)
                .params(
                        more.people(),
                        more.peopleKnown(),
                        more.thirdParties(),
                        more.records(),
                        more.recordsKnown(),
                        more.duplicates(),
                        more.warnings(),
                        id)
                .update();
    }

    /** A dry run's result ends with the columns that it was made for. */
    void moveTo(UUID id, ImportState state, ImportDetails details) {
        jdbc.sql("""
                        UPDATE import_job SET state = ?, details = ?, attempts = 0, claimed_until = NULL, rows_tried = 0,
                            trial = NULL WHERE id = ?
                        """).params(state.name(), encrypted(id, details), id).update();
    }

    /** Lets an import run that was tried. */
    void run(UUID id) {
        jdbc.sql("UPDATE import_job SET state = 'RECEIVED', attempts = 0, claimed_until = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    /** How far a dry run is; false where it is not wanted any more. */
    boolean tried(UUID id, int rows) {
        return jdbc.sql("UPDATE import_job SET rows_tried = ?, claimed_until = ? WHERE id = ? AND state = 'TRYING'")
                        .params(rows, claim(), id)
                        .update()
                > 0;
    }

    void tried(UUID id, ImportTrial trial) {
        jdbc.sql("UPDATE import_job SET state = 'TRIED', trial = ?, claimed_until = NULL WHERE id = ?")
                .params(keys.open(KeyScope.rejects(id)).encrypt(StoredTrial.json(trial), trialCell(id)), id)
                .update();
    }

    @Nullable ImportTrial trial(UUID id) {
        return keys.find(KeyScope.rejects(id))
                .flatMap(key -> jdbc.sql("SELECT trial FROM import_job WHERE id = ? AND trial IS NOT NULL")
                        .param(id)
                        .query((rs, n) -> rs.getBytes(1))
                        .optional()
                        .map(encrypted -> StoredTrial.of(key.decrypt(encrypted, trialCell(id)))))
                .orElse(null);
    }

    void paused(UUID id, @Nullable UUID by) {
        jdbc.sql("""
                        UPDATE import_job SET state = 'PAUSED', paused_by = ?, paused_at = ?, claimed_until = NULL
                        WHERE id = ?
                        """)
                .params(Arrays.asList(by, Timestamp.from(clock.instant()), id))
                .update();
    }

    void resumed(UUID id) {
        jdbc.sql("""
                        UPDATE import_job SET state = 'RECEIVED', paused_by = NULL, paused_at = NULL, attempts = 0,
                            claimed_until = NULL WHERE id = ?
                        """).param(id).update();
    }

    void finished(UUID id, ImportState state, @Nullable ImportFailure failure) {
        jdbc.sql("""
                        UPDATE import_job SET state = ?, failure = ?, finished_at = ?, claimed_until = NULL, trial = NULL,
                            paused_by = NULL, paused_at = NULL WHERE id = ?
                        """)
                .params(Arrays.asList(
                        state.name(), failure == null ? null : failure.text(), Timestamp.from(clock.instant()), id))
                .update();
    }

    void purged(UUID id) {
        jdbc.sql("UPDATE import_job SET details = NULL, purged_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    ImportDetails details(UUID id) {
        return details(List.of(id)).getOrDefault(id, ImportDetails.PURGED);
    }

    Map<UUID, ImportDetails> details(Collection<UUID> ids) {
        record Row(UUID id, byte[] ciphertext) {}
        List<Row> rows = jdbc.sql("SELECT id, details FROM import_job WHERE id = ANY (?) AND details IS NOT NULL")
                .param(ids.toArray(UUID[]::new))
                .query((rs, n) -> new Row(rs.getObject(1, UUID.class), rs.getBytes(2)))
                .list();
        Map<UUID, DataKey> opened = keys.findAll(
                KeyScope.Kind.IMPORT,
                rows.stream().map(row -> KeyScope.rejects(row.id()).id()).toList());
        return rows.stream()
                .filter(row -> opened.containsKey(KeyScope.rejects(row.id()).id()))
                .collect(Collectors.toMap(
                        Row::id,
                        row -> ImportDetails.of(Optional.ofNullable(
                                        opened.get(KeyScope.rejects(row.id()).id()))
                                .orElseThrow()
                                .decrypt(row.ciphertext(), cell(row.id())))));
    }

    /** What of an import is held today. */
    Map<Category, Integer> recordsByCategory(UUID id) {
        return jdbc
                .sql("SELECT category, count(*) FROM record WHERE import_id = ? GROUP BY category")
                .param(id)
                .query((rs, n) -> Map.entry(Category.valueOf(rs.getString(1)), rs.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private byte[] encrypted(UUID id, ImportDetails details) {
        return keys.open(KeyScope.rejects(id)).encrypt(details.json(), cell(id));
    }

    private static Cell trialCell(UUID id) {
        return new Cell("import_job", "trial", id);
    }

    private static Cell cell(UUID id) {
        return new Cell("import_job", "details", id);
    }

    private Timestamp claim() {
        return Timestamp.from(clock.instant().plus(CLAIM));
    }

    private static ImportJob read(ResultSet rs, int n) throws SQLException {
        return new ImportJob(
                rs.getObject("id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                ImportState.valueOf(rs.getString("state")),
                rs.getString("failure"),
                rs.getObject("created_by", UUID.class),
                rs.getTimestamp("created_at").toInstant(),
                moment(rs, "finished_at"),
                rs.getInt("row_count"),
                rs.getInt("rows_done"),
                new ImportJob.Counts(
                        rs.getInt("people"),
                        rs.getInt("people_known"),
                        rs.getInt("third_parties"),
                        rs.getInt("records"),
                        rs.getInt("records_known"),
                        rs.getInt("duplicates"),
                        rs.getInt("rejected"),
                        rs.getInt("warnings")),
                rs.getInt("attempts"),
                moment(rs, "purged_at"),
                rs.getInt("rows_tried"),
                rs.getObject("paused_by", UUID.class),
                moment(rs, "paused_at"));
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
