package io.shouxin.effect;

import io.shouxin.platform.Parameters;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PLANNED → SENT_UNKNOWN → CONFIRMED (security-reliability D4). "Sent" is committed before the outside is called, so that a
 * crash between call and confirmation is reconciled and never blindly repeated.
 */
@Service
public class Effects {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    public Effects(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Plans the effect in the caller's transaction; planning it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(String key, String kind, @Nullable UUID caseId, String target) {
        jdbc.sql("""
                        INSERT INTO effect (id, key, kind, case_id, target, state, planned_at)
                        VALUES (?, ?, ?, ?, ?, 'PLANNED', ?) ON CONFLICT (key) DO NOTHING
                        """)
                .params(Arrays.asList(
                        UUID.randomUUID(), key, kind, Parameters.id(caseId), target, Timestamp.from(clock.instant())))
                .update();
    }

    /** Plans the next attempt of a case to do the same thing once more: its key is the prefix and the attempt's number, from 1. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planNext(String prefix, String kind, UUID caseId, String target) {
        jdbc.sql("""
                        INSERT INTO effect (id, key, kind, case_id, target, state, planned_at)
                        SELECT :id, :prefix || count(*) + 1, :kind, :caseId, :target, 'PLANNED', :now
                        FROM effect WHERE case_id = :caseId AND kind = :kind AND target = :target
                        """)
                .param("id", UUID.randomUUID())
                .param("prefix", prefix)
                .param("kind", kind)
                .param("caseId", caseId)
                .param("target", target)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Notes, in a transaction of its own, that the outside is about to be called. */
    public void sending(String key) {
        apart.executeWithoutResult(status -> aboutToSend(key));
    }

    /** Notes the same in the caller's transaction, which must have committed before the outside is called. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void aboutToSend(String key) {
        jdbc.sql("""
                        UPDATE effect SET state = 'SENT_UNKNOWN', attempts = attempts + 1, sent_at = ?
                        WHERE key = ? AND state IN ('PLANNED', 'SENT_UNKNOWN')
                        """).params(Timestamp.from(clock.instant()), key).update();
    }

    /** Notes that it certainly did not happen, because the outside was not reached or has refused it: it may be sent again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notSent(String key) {
        jdbc.sql("UPDATE effect SET state = 'PLANNED' WHERE key = ? AND state = 'SENT_UNKNOWN'")
                .param(key)
                .update();
    }

    /** Notes that the outside has confirmed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(String key) {
        jdbc.sql("UPDATE effect SET state = 'CONFIRMED', confirmed_at = ? WHERE key = ? AND state <> 'CONFIRMED'")
                .params(Timestamp.from(clock.instant()), key)
                .update();
    }

    public Effect get(String key) {
        return find(key).orElseThrow();
    }

    public Optional<Effect> find(String key) {
        return jdbc.sql("SELECT id, key, kind, case_id, target, state FROM effect WHERE key = ?")
                .param(key)
                .query(Effects::read)
                .optional();
    }

    /** Forgets what belonged to no case and was planned before. */
    @Transactional
    public void forgetWithoutCase(Instant before) {
        jdbc.sql("DELETE FROM effect WHERE case_id IS NULL AND planned_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    public List<Effect> ofCase(UUID caseId) {
        return jdbc.sql(
                        "SELECT id, key, kind, case_id, target, state FROM effect WHERE case_id = ? ORDER BY planned_at")
                .param(caseId)
                .query(Effects::read)
                .list();
    }

    private static Effect read(java.sql.ResultSet rs, int n) throws java.sql.SQLException {
        return new Effect(
                rs.getObject("id", UUID.class),
                rs.getString("key"),
                rs.getString("kind"),
                rs.getObject("case_id", UUID.class),
                rs.getString("target"),
                Effect.State.valueOf(rs.getString("state")));
    }
}
