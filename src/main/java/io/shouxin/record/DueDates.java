package io.shouxin.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * From which day on nothing keeps a record any more if nobody asks about it. The days are counted elsewhere, by the retention table;
 * here they are stored where a search by day is one walk along an index, however many records there are.
 */
@Service
public class DueDates {

    /** So that of several nodes one counts: two that count the same person could write the older result last. */
    private static final long RECOUNT_LOCK = 0x5368_6F75_4475_65L;

    private final JdbcClient jdbc;

    public DueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param dueOn the first day on which it is to be destroyed, null where none can be told
     * @param why code of why it is due then, or why there is no day
     * @param ruleId the row of the retention table that decided
     */
    public record Due(
            UUID recordId,
            UUID subjectId,
            UUID branchId,
            @Nullable LocalDate dueOn,
            String why,
            @Nullable String ruleId) {}

    /** Whether this node may count until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean beginRecount() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(RECOUNT_LOCK)
                .query(Boolean.class)
                .single();
    }

    /**
     * Has every person counted again if this is another basis than the last count's.
     *
     * @param basis names the table and whatever else all counts rest on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void basis(String basis) {
        int changed = jdbc.sql("""
                        INSERT INTO record_due_basis (basis) VALUES (?)
                        ON CONFLICT (id) DO UPDATE SET basis = EXCLUDED.basis WHERE record_due_basis.basis <> EXCLUDED.basis
                        """).param(basis).update();
        if (changed > 0) {
            jdbc.sql("INSERT INTO record_due_stale (subject_id) SELECT DISTINCT subject_id FROM record")
                    .update();
        }
    }

    /** Takes people off the list of those whose facts have changed; what changes from now on puts them there again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> takeStale(int changes) {
        return new HashSet<>(jdbc.sql("""
                        DELETE FROM record_due_stale WHERE seq IN (SELECT seq FROM record_due_stale ORDER BY seq LIMIT ?)
                        RETURNING subject_id
                        """).param(changes).query(UUID.class).list());
    }

    /** Whether anybody's facts have changed since the last count. */
    public boolean isStale() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM record_due_stale)")
                .query(Boolean.class)
                .single();
    }

    /** Writes the days of these records; what is as it was is left alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Collection<Due> dues, String tableVersion) {
        jdbc.sql("""
                        INSERT INTO record_due AS d (record_id, subject_id, branch_id, due_on, why, rule_id, table_version)
                        SELECT n.record_id, n.subject_id, n.branch_id, n.due_on::date, n.why, n.rule_id, :version
                        FROM unnest(:records::uuid[], :people::uuid[], :branches::uuid[], :days::text[], :whys::text[],
                                    :rules::text[]) AS n (record_id, subject_id, branch_id, due_on, why, rule_id)
                        ON CONFLICT (record_id) DO UPDATE SET due_on = EXCLUDED.due_on, why = EXCLUDED.why,
                            rule_id = EXCLUDED.rule_id, table_version = EXCLUDED.table_version
                        WHERE (d.due_on, d.why, d.rule_id, d.table_version)
                            IS DISTINCT FROM (EXCLUDED.due_on, EXCLUDED.why, EXCLUDED.rule_id, EXCLUDED.table_version)
                        """)
                .param("version", tableVersion)
                .param("records", column(dues, Due::recordId, UUID[]::new))
                .param("people", column(dues, Due::subjectId, UUID[]::new))
                .param("branches", column(dues, Due::branchId, UUID[]::new))
                .param(
                        "days",
                        column(
                                dues,
                                due -> due.dueOn() == null ? null : due.dueOn().toString(),
                                String[]::new))
                .param("whys", column(dues, Due::why, String[]::new))
                .param("rules", column(dues, Due::ruleId, String[]::new))
                .update();
    }

    /** What is due in a branch, longest overdue first. */
    public List<Due> due(UUID branch, LocalDate today, int limit) {
        return jdbc.sql("""
                        SELECT record_id, subject_id, branch_id, due_on, why, rule_id FROM record_due
                        WHERE branch_id = ? AND due_on <= ? ORDER BY due_on, record_id LIMIT ?
                        """)
                .params(branch, today, limit)
                .query((rs, n) -> new Due(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getObject(3, UUID.class),
                        rs.getObject(4, LocalDate.class),
                        rs.getString(5),
                        rs.getString(6)))
                .list();
    }

    /** How much is due in a branch; counted no further than asked, since more is only "more". */
    public int countDue(UUID branch, LocalDate today, int most) {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT 1 FROM record_due WHERE branch_id = ? AND due_on <= ? LIMIT ?) AS found
                        """).params(branch, today, most).query(Integer.class).single();
    }

    /** How many records of a branch have no day, by the reason why. */
    public Map<String, Long> undated(UUID branch) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("SELECT why, count(*) FROM record_due WHERE branch_id = ? AND due_on IS NULL GROUP BY why")
                .param(branch)
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }

    /** How many records a branch holds. */
    public long recordsIn(UUID branch) {
        return jdbc.sql("SELECT count(*) FROM record WHERE branch_id = ?")
                .param(branch)
                .query(Long.class)
                .single();
    }

    private static <T> @Nullable T[] column(
            Collection<Due> dues, Function<Due, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return dues.stream().map(value).toArray(array);
    }
}
