package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Parameters;
import io.shouxin.shared.Actor;
import io.shouxin.shared.StateRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one register of restrictions and seals. A record's state is computed from it, so that overlapping holds are safe and
 * lifting one leaves the others. The database's own triggers read the same register.
 */
@Service
public class Holds {

    private static final String COLUMNS =
            "id, kind, subject_id, record_id, ground, legal_source, case_id, reference, until_on";

    /** What was stored for a law until a day before the given one: the duty is over, and neither another nor a seal stands. */
    private static final String ENDED = """
             FROM hold h WHERE h.kind = 'STORAGE_ONLY' AND h.lifted_at IS NULL AND h.until_on < :day
            AND EXISTS (SELECT 1 FROM record r WHERE r.id = h.record_id)
            AND NOT EXISTS (SELECT 1 FROM hold o WHERE o.lifted_at IS NULL AND o.subject_id = h.subject_id
                AND (o.record_id IS NULL OR o.record_id = h.record_id)
                AND (o.kind = 'SEAL' OR (o.kind = 'STORAGE_ONLY' AND (o.until_on IS NULL OR o.until_on >= :day))))
            """;

    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final Clock clock;

    public Holds(JdbcClient jdbc, EvidenceLog evidence, Clock clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** What stands against the records of these people now. */
    public List<Hold> standing(Collection<UUID> subjects) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM hold WHERE lifted_at IS NULL AND subject_id = ANY (?) ORDER BY placed_at")
                .param(subjects.toArray(UUID[]::new))
                .query(Holds::read)
                .list();
    }

    /**
     * Places holds of one case; the same case never places the same hold twice.
     *
     * @throws StateRefused if a person, or a record of theirs, has gone to somebody else since the caller looked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void place(Collection<Hold> wanted, Actor by) {
        Map<UUID, Hold> holds = wanted.stream().collect(Collectors.toMap(Hold::id, Function.identity()));
        List<UUID> placed = jdbc.sql("""
                        INSERT INTO hold (id, kind, subject_id, record_id, ground, legal_source, case_id, reference, until_on,
                                          placed_at, placed_by)
                        SELECT w.id, w.kind, w.subject_id, w.record_id, w.ground, w.legal_source, w.case_id, w.reference,
                               w.until_on::date, ?, ?
                        FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                            AS w (id, kind, subject_id, record_id, ground, legal_source, case_id, reference, until_on)
                        WHERE NOT EXISTS (SELECT 1 FROM hold h WHERE h.kind = w.kind AND h.subject_id = w.subject_id
                            AND h.case_id = w.case_id AND h.record_id IS NOT DISTINCT FROM w.record_id AND h.lifted_at IS NULL)
                        ORDER BY w.subject_id, w.record_id
                        RETURNING id
                        """)
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()),
                        Parameters.id(by.id()),
                        column(wanted, Hold::id, UUID[]::new),
                        column(wanted, hold -> hold.kind().name(), String[]::new),
                        column(wanted, Hold::subjectId, UUID[]::new),
                        column(wanted, Hold::recordId, UUID[]::new),
                        column(wanted, Hold::ground, String[]::new),
                        column(wanted, Hold::legalSource, String[]::new),
                        column(wanted, Hold::caseId, UUID[]::new),
                        column(wanted, Hold::reference, String[]::new),
                        column(
                                wanted,
                                hold -> hold.until() == null
                                        ? null
                                        : hold.until().toString(),
                                String[]::new)))
                .query(UUID.class)
                .list();
        refuseStale(placed);
        placed.stream()
                .map(id -> Objects.requireNonNull(holds.get(id)))
                .forEach(hold -> log(
                        hold.kind() == HoldKind.SEAL ? EvidenceKind.SEAL_PLACED : EvidenceKind.RESTRICTION_PLACED,
                        hold,
                        hold.ground(),
                        by));
    }

    /** By now the people of these holds are locked: nobody merges or parts them any more. */
    private void refuseStale(List<UUID> placed) {
        jdbc.sql("""
                        SELECT h.id FROM hold h JOIN subject s ON s.id = h.subject_id LEFT JOIN record r ON r.id = h.record_id
                        WHERE h.id = ANY (?) AND (s.merged_into IS NOT NULL OR r.subject_id <> h.subject_id) LIMIT 1
                        """)
                .param(placed.toArray(UUID[]::new))
                .query(UUID.class)
                .optional()
                .ifPresent(hold -> {
                    throw new StateRefused("Hold", hold, "on what is another person's now", "place");
                });
    }

    private static <T> @Nullable T[] column(
            Collection<Hold> holds, Function<Hold, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return holds.stream().map(value).toArray(array);
    }

    /** Lifts what this case placed of one kind; on one record only, if one is named. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(UUID caseId, HoldKind kind, @Nullable UUID recordId, String why, Actor by) {
        List<Hold> lifted = jdbc.sql("""
                        UPDATE hold SET lifted_at = ?, lifted_by = ?, lifted_why = ?
                        WHERE case_id = ? AND kind = ? AND lifted_at IS NULL AND (?::uuid IS NULL OR record_id = ?::uuid)
                        RETURNING\s""" + COLUMNS)
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()),
                        Parameters.id(by.id()),
                        why,
                        caseId,
                        kind.name(),
                        Parameters.id(recordId),
                        Parameters.id(recordId)))
                .query(Holds::read)
                .list();
        lifted.forEach(hold -> log(
                hold.kind() == HoldKind.SEAL ? EvidenceKind.SEAL_LIFTED : EvidenceKind.RESTRICTION_LIFTED,
                hold,
                why,
                by));
    }

    /**
     * Lifts the legal duties to store these records: they were decided again, by the rules of today, and no duty stands any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liftStorageOnly(Collection<UUID> records, String why, Actor by) {
        List<Hold> lifted = jdbc.sql("""
                        UPDATE hold SET lifted_at = ?, lifted_by = ?, lifted_why = ?
                        WHERE kind = 'STORAGE_ONLY' AND lifted_at IS NULL AND record_id = ANY (?)
                        RETURNING\s""" + COLUMNS)
                .params(Arrays.asList(Timestamp.from(clock.instant()), by.id(), why, records.toArray(UUID[]::new)))
                .query(Holds::read)
                .list();
        lifted.forEach(hold -> log(EvidenceKind.RESTRICTION_LIFTED, hold, why, by));
    }

    /**
     * Cases that had something stored until a day before this one, by id, so that all can be gone through page by page.
     *
     * @param after the last case of the page before; a nil id for the first
     */
    public List<UUID> casesWithEndedStorage(LocalDate day, UUID after, int limit) {
        return jdbc.sql("SELECT DISTINCT h.case_id" + ENDED + " AND h.case_id > :after ORDER BY h.case_id LIMIT :limit")
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The duties to store, placed by these cases, that ended before this day. */
    public List<Hold> endedStorage(Collection<UUID> cases, LocalDate day) {
        return jdbc.sql("SELECT " + COLUMNS + ENDED + " AND h.case_id = ANY (:cases) ORDER BY h.placed_at, h.id")
                .param("day", day)
                .param("cases", cases.toArray(UUID[]::new))
                .query(Holds::read)
                .list();
    }

    /** Lifts the duties to store these records that ended before this day: what holds of them was decided again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liftEndedStorage(Collection<UUID> records, LocalDate day, String why, Actor by) {
        List<Hold> lifted = jdbc.sql("""
                        UPDATE hold SET lifted_at = ?, lifted_by = ?, lifted_why = ?
                        WHERE kind = 'STORAGE_ONLY' AND lifted_at IS NULL AND until_on < ? AND record_id = ANY (?)
                        RETURNING\s""" + COLUMNS)
                .params(Arrays.asList(Timestamp.from(clock.instant()), by.id(), why, day, records.toArray(UUID[]::new)))
                .query(Holds::read)
                .list();
        lifted.forEach(hold -> log(EvidenceKind.RESTRICTION_LIFTED, hold, why, by));
    }

    /**
     * What these records were stored for on one ground has ended: this day becomes the last of it, where it was a later one. A hold
     * never changes, so that one is lifted and another placed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endStorageOn(LocalDate day, Collection<UUID> records, String ground, String why, Actor by) {
        List<Hold> longer = jdbc.sql("""
                        UPDATE hold SET lifted_at = ?, lifted_by = ?, lifted_why = ?
                        WHERE kind = 'STORAGE_ONLY' AND ground = ? AND lifted_at IS NULL AND record_id = ANY (?) AND until_on > ?
                        RETURNING\s""" + COLUMNS)
                .params(Arrays.asList(
                        Timestamp.from(clock.instant()), by.id(), why, ground, records.toArray(UUID[]::new), day))
                .query(Holds::read)
                .list();
        longer.forEach(hold -> log(EvidenceKind.RESTRICTION_LIFTED, hold, why, by));
        place(longer.stream().map(hold -> hold.until(day)).toList(), by);
    }

    /**
     * Lifts whatever stands on these records in a database that came back from a back-up. They were erased later than that, so nothing
     * stood on them any more: the gate lets nobody erase otherwise.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liftBeforeErasingAgain(Collection<UUID> people, Collection<UUID> records) {
        String why = "ERASED_BEFORE_RESTORE";
        List<Hold> lifted = jdbc.sql("""
                        UPDATE hold SET lifted_at = ?, lifted_why = ?
                        WHERE lifted_at IS NULL AND kind <> 'RESTRICTION'
                            AND (record_id = ANY (?) OR (record_id IS NULL AND subject_id = ANY (?)))
                        RETURNING\s""" + COLUMNS)
                .params(Timestamp.from(clock.instant()), why, records.toArray(UUID[]::new), people.toArray(UUID[]::new))
                .query(Holds::read)
                .list();
        lifted.forEach(hold -> log(
                hold.kind() == HoldKind.SEAL ? EvidenceKind.SEAL_LIFTED : EvidenceKind.RESTRICTION_LIFTED,
                hold,
                why,
                Actor.SYSTEM));
    }

    private void log(EvidenceKind kind, Hold hold, String outcome, Actor by) {
        evidence.append(EvidenceEvent.of(kind, by)
                .caseId(hold.caseId())
                .subjectId(hold.subjectId())
                .target("hold", hold.id())
                .outcome(outcome)
                .detail("kind", hold.kind())
                .detail("record", hold.recordId())
                .build());
    }

    private static Hold read(java.sql.ResultSet rs, int n) throws java.sql.SQLException {
        return new Hold(
                rs.getObject("id", UUID.class),
                HoldKind.valueOf(rs.getString("kind")),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("record_id", UUID.class),
                rs.getString("ground"),
                rs.getString("legal_source"),
                rs.getObject("case_id", UUID.class),
                rs.getString("reference"),
                rs.getObject("until_on", LocalDate.class));
    }
}
