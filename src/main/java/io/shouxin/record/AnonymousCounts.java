package io.shouxin.record;

import io.shouxin.platform.Parameters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is left of records that were anonymised: of how many people the firm held one, by category, branch and year. Data are anonymous
 * only if nobody can be recognised in them and nothing be restored (PIPL 73(4)), so that a small number is never told.
 */
@Service
public class AnonymousCounts {

    /** A group of fewer people could be recognised. */
    public static final int LEAST = 5;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    public AnonymousCounts(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * @param year in which the deal ended or else began, or the record was made; null where no day is known
     * @param people null where there are fewer than {@value #LEAST}
     */
    public record Count(
            Category category,
            UUID branch,
            @Nullable Integer year,
            @Nullable Integer people) {}

    private record Group(
            Category category, UUID branch, @Nullable Integer year) {}

    /** The counts of these branches, the newest years first. */
    @Transactional(readOnly = true)
    public List<Count> in(Collection<UUID> branches) {
        return jdbc.sql("""
                        SELECT category, branch_id, year, CASE WHEN people >= ? THEN people END FROM anonymous_count
                        WHERE branch_id = ANY (?) ORDER BY year DESC NULLS LAST, category, branch_id
                        """)
                .params(LEAST, branches.toArray(UUID[]::new))
                .query((rs, n) -> new Count(
                        Category.valueOf(rs.getString(1)),
                        rs.getObject(2, UUID.class),
                        rs.getObject(3, Integer.class),
                        rs.getObject(4, Integer.class)))
                .list();
    }

    /** Counts each person once in each group, in the transaction that has deleted these records. */
    @Transactional(propagation = Propagation.MANDATORY)
    void raise(Collection<HeldRecord> deleted) {
        List<Object[]> rows = deleted.stream()
                .collect(Collectors.groupingBy(
                        AnonymousCounts::group, Collectors.mapping(HeldRecord::subjectId, Collectors.toSet())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .map(entry -> new Object[] {
                    entry.getKey().category().name(),
                    entry.getKey().branch(),
                    Parameters.year(entry.getKey().year()),
                    entry.getValue().size()
                })
                .toList();
        batch.batchUpdate("""
                INSERT INTO anonymous_count (category, branch_id, year, people) VALUES (?, ?, ?, ?)
                ON CONFLICT (category, branch_id, year) DO UPDATE SET people = anonymous_count.people + EXCLUDED.people
                """, rows);
    }

    private static Group group(HeldRecord record) {
        LocalDate day = Stream.of(record.endedOn(), record.signedOn(), record.recordedOn(), record.lastContactOn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Group(record.category(), record.branchId(), day == null ? null : day.getYear());
    }
}
