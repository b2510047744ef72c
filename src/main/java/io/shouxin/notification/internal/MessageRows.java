package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.notification.MessageState;
import io.shouxin.platform.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
import org.springframework.stereotype.Repository;

/** The messages and where each stands. Every change names the state that it starts from, so that of two only one is made. */
@Repository
class MessageRows {

    private static final String DUE =
            "id, case_id, channel, template, language, round, attempts, lookups, doubtful, queued_at, expires_at, claimed_at, channel_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A message under way.
     *
     * @param round how often the firm has wanted it sent
     * @param doubtful whether it may have gone out through its channel before
     */
    record Due(
            UUID id,
            @Nullable UUID caseId,
            Medium medium,
            String template,
            String language,
            int round,
            int attempts,
            int lookups,
            boolean doubtful,
            Instant queuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant claimedAt,
            @Nullable UUID channel) {

        /** By which the outside can recognise this sending. */
        String key() {
            return "message:" + id + ":" + round;
        }
    }

    /** @param medium null where there is no way */
    void insert(
            UUID id,
            @Nullable UUID caseId,
            @Nullable Medium medium,
            String template,
            String language,
            String scopeKind,
            UUID scopeId,
            byte[] ciphertext,
            @Nullable Instant expires) {
        Timestamp now = now();
        jdbc.sql("""
                        INSERT INTO message (id, case_id, channel, template, language, scope_kind, scope_id, ciphertext, state,
                                             created_at, queued_at, next_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        Parameters.id(caseId),
                        medium == null ? "NONE" : medium.name(),
                        template,
                        language,
                        scopeKind,
                        scopeId,
                        ciphertext,
                        (medium == null ? MessageState.NO_CHANNEL : MessageState.QUEUED).name(),
                        now,
                        now,
                        now,
                        expires == null ? null : Timestamp.from(expires)))
                .update();
    }

    /** How many wait for their turn now, by medium. */
    Map<Medium, Integer> waiting() {
        record Count(Medium medium, int messages) {}
        return jdbc
                .sql("SELECT channel, count(*) FROM message WHERE state = 'QUEUED' AND next_at <= ? GROUP BY channel")
                .param(now())
                .query((rs, n) -> new Count(Medium.valueOf(rs.getString(1)), rs.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::medium, Count::messages));
    }

    /** The next one whose turn it is, locked: codes first, whose time is short. Those that somebody else has in hand are passed over. */
    Optional<Due> next(Medium medium) {
        return jdbc.sql("SELECT " + DUE + """
                         FROM message WHERE channel = ? AND state = 'QUEUED' AND next_at <= ?
                        ORDER BY expires_at IS NULL, next_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .params(medium.name(), now())
                .query(MessageRows::due)
                .optional();
    }

    void claim(UUID id, @Nullable UUID channel) {
        jdbc.sql("""
                        UPDATE message SET state = 'SENDING', attempts = attempts + 1, claimed_at = ?, channel_id = ?
                        WHERE id = ? AND state = 'QUEUED'
                        """).params(Arrays.asList(now(), channel, id)).update();
    }

    /** Whether it is still in the hand that took it; one that seemed to be abandoned may be in another by now. */
    boolean hold(Due taken) {
        return jdbc.sql("""
                        UPDATE message SET claimed_at = ?
                        WHERE id = ? AND state = 'SENDING' AND round = ? AND attempts = ?
                        """)
                        .params(now(), taken.id(), taken.round(), taken.attempts() + 1)
                        .update()
                == 1;
    }

    void postpone(UUID id, Instant until) {
        jdbc.sql("UPDATE message SET next_at = ? WHERE id = ? AND state = 'QUEUED'")
                .params(Timestamp.from(until), id)
                .update();
    }

    /** It did not go out. */
    void requeue(UUID id, Instant until) {
        jdbc.sql("UPDATE message SET state = 'QUEUED', next_at = ? WHERE id = ? AND state = 'SENDING'")
                .params(Timestamp.from(until), id)
                .update();
    }

    /** It did not go out for a reason of the channel, which does not count as a try of the message. */
    void requeueUncounted(UUID id, Instant until) {
        jdbc.sql("""
                        UPDATE message SET state = 'QUEUED', next_at = ?, attempts = attempts - 1
                        WHERE id = ? AND state = 'SENDING'
                        """).params(Timestamp.from(until), id).update();
    }

    /** It may have gone out, through a channel that recognises repeats. */
    void requeueDoubtful(UUID id, Instant until) {
        jdbc.sql("UPDATE message SET state = 'QUEUED', next_at = ?, doubtful = true WHERE id = ? AND state = 'SENDING'")
                .params(Timestamp.from(until), id)
                .update();
    }

    void sent(UUID id, String reference) {
        jdbc.sql("""
                        UPDATE message SET state = 'SENT', sent_at = ?, next_at = NULL, failure = NULL, provider_code = NULL,
                               reference = ?
                        WHERE id = ? AND state IN ('SENDING', 'UNKNOWN')
                        """).params(now(), reference, id).update();
    }

    void failed(UUID id, Failure failure, String code) {
        jdbc.sql("""
                        UPDATE message SET state = 'FAILED', next_at = NULL, failure = ?, provider_code = ?
                        WHERE id = ? AND state IN ('SENDING', 'QUEUED')
                        """).params(failure.name(), code, id).update();
    }

    /** @param lookUpAt when to ask the other side, or null if it cannot be asked */
    void unknown(UUID id, Failure failure, String code, @Nullable Instant lookUpAt) {
        jdbc.sql("""
                        UPDATE message SET state = 'UNKNOWN', failure = ?, provider_code = ?, lookups = 0, next_at = ?
                        WHERE id = ? AND state IN ('SENDING', 'QUEUED')
                        """)
                .params(Arrays.asList(failure.name(), code, lookUpAt == null ? null : Timestamp.from(lookUpAt), id))
                .update();
    }

    /** Begun and never finished: the process that had them in hand is gone. */
    List<Due> abandoned(Instant before) {
        return jdbc.sql("SELECT " + DUE + " FROM message WHERE state = 'SENDING' AND claimed_at < ?")
                .param(Timestamp.from(before))
                .query(MessageRows::due)
                .list();
    }

    /** Locks one of them; false if somebody has it in hand after all. */
    boolean lockAbandoned(Due message) {
        Instant claimed = message.claimedAt();
        return claimed != null
                && jdbc.sql("SELECT id FROM message WHERE id = ? AND state = 'SENDING' AND claimed_at = ? FOR UPDATE")
                        .params(message.id(), Timestamp.from(claimed))
                        .query(UUID.class)
                        .optional()
                        .isPresent();
    }

    List<Due> toLookUp() {
        return jdbc.sql("SELECT " + DUE + " FROM message WHERE state = 'UNKNOWN' AND next_at <= ? LIMIT 20")
                .param(now())
                .query(MessageRows::due)
                .list();
    }

    void lookedUp(UUID id, @Nullable Instant again) {
        jdbc.sql("UPDATE message SET lookups = lookups + 1, next_at = ? WHERE id = ? AND state = 'UNKNOWN'")
                .params(Arrays.asList(again == null ? null : Timestamp.from(again), id))
                .update();
    }

    /** Begins another round, or notes that there is no way. */
    void sendAgain(UUID id, @Nullable Medium medium) {
        Timestamp now = now();
        jdbc.sql("""
                        UPDATE message SET state = ?, channel = ?, round = round + 1, attempts = 0, lookups = 0, doubtful = false, queued_at = ?,
                               next_at = ?, expires_at = NULL, failure = NULL, provider_code = NULL, reference = NULL,
                               channel_id = NULL, claimed_at = NULL
                        WHERE id = ?
                        """)
                .params(
                        (medium == null ? MessageState.NO_CHANNEL : MessageState.QUEUED).name(),
                        medium == null ? "NONE" : medium.name(),
                        now,
                        now,
                        id)
                .update();
    }

    Optional<Due> lock(UUID caseId, UUID id) {
        return jdbc.sql("SELECT " + DUE + " FROM message WHERE case_id = ? AND id = ? FOR UPDATE")
                .params(caseId, id)
                .query(MessageRows::due)
                .optional();
    }

    int delete(Collection<UUID> cases) {
        return jdbc.sql("DELETE FROM message WHERE case_id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .update();
    }

    /** Of what waits or is under way nobody knows any more whether it went out. */
    void doubtAllUnderWay() {
        jdbc.sql("DELETE FROM message WHERE case_id IS NULL AND state IN ('QUEUED', 'SENDING')")
                .update();
        jdbc.sql("""
                        UPDATE message SET state = 'UNKNOWN', failure = ?, provider_code = NULL, lookups = 0, next_at = ?
                        WHERE state IN ('QUEUED', 'SENDING')
                        """).params(Failure.RESTORED.name(), now()).update();
    }

    /** What belongs to no case and was written before. */
    void purge(Instant before) {
        jdbc.sql("DELETE FROM message WHERE case_id IS NULL AND created_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Due due(ResultSet rs, int n) throws SQLException {
        String channel = rs.getString("channel");
        return new Due(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                channel.equals(Medium.MAIL.name()) ? Medium.MAIL : Medium.SMS,
                rs.getString("template"),
                rs.getString("language"),
                rs.getInt("round"),
                rs.getInt("attempts"),
                rs.getInt("lookups"),
                rs.getBoolean("doubtful"),
                rs.getTimestamp("queued_at").toInstant(),
                instant(rs, "expires_at"),
                instant(rs, "claimed_at"),
                rs.getObject("channel_id", UUID.class));
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp timestamp = rs.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
