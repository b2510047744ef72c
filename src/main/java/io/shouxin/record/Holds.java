package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /** Places a hold; the same case never places the same hold twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void place(Hold hold, Actor by) {
        int placed = jdbc.sql("""
                        INSERT INTO hold (id, kind, subject_id, record_id, ground, legal_source, case_id, reference, until_on,
                                          placed_at, placed_by)
                        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        WHERE NOT EXISTS (SELECT 1 FROM hold WHERE kind = ? AND subject_id = ? AND case_id = ?
                                          AND record_id IS NOT DISTINCT FROM ?::uuid AND lifted_at IS NULL)
                        """)
                .params(java.util.Arrays.asList(
                        hold.id(),
                        hold.kind().name(),
                        hold.subjectId(),
                        hold.recordId(),
                        hold.ground(),
                        hold.legalSource(),
                        hold.caseId(),
                        hold.reference(),
                        hold.until(),
                        Timestamp.from(clock.instant()),
                        by.id(),
                        hold.kind().name(),
                        hold.subjectId(),
                        hold.caseId(),
                        hold.recordId()))
                .update();
        if (placed == 1) {
            log(
                    hold.kind() == HoldKind.SEAL ? EvidenceKind.SEAL_PLACED : EvidenceKind.RESTRICTION_PLACED,
                    hold,
                    hold.ground(),
                    by);
        }
    }

    /** Lifts what this case placed of one kind; on one record only, if one is named. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(UUID caseId, HoldKind kind, @Nullable UUID recordId, String why, Actor by) {
        List<Hold> lifted = jdbc.sql("""
                        UPDATE hold SET lifted_at = ?, lifted_by = ?, lifted_why = ?
                        WHERE case_id = ? AND kind = ? AND lifted_at IS NULL AND (?::uuid IS NULL OR record_id = ?::uuid)
                        RETURNING\s""" + COLUMNS)
                .params(java.util.Arrays.asList(
                        Timestamp.from(clock.instant()), by.id(), why, caseId, kind.name(), recordId, recordId))
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
                .params(java.util.Arrays.asList(
                        Timestamp.from(clock.instant()), by.id(), why, records.toArray(UUID[]::new)))
                .query(Holds::read)
                .list();
        lifted.forEach(hold -> log(EvidenceKind.RESTRICTION_LIFTED, hold, why, by));
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
