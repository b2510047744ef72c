package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Address;
import io.shouxin.notification.Messages;
import io.shouxin.notification.Notices;
import io.shouxin.notification.Outgoing;
import io.shouxin.platform.BlindIndex;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.shared.Actor;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes (OWASP ASVS 6.5, 6.6): six random digits, hashed, single use, ten minutes, bound to the browser that asked.
 * Whether a number is known is answered alike, in words and in work done.
 */
@Service
public class OneTimeCodes {

    public static final Duration LIFE = Duration.ofMinutes(10);
    public static final int TRIES = 5;

    private static final KeyScope SCOPE = KeyScope.firm("one-time-code-messages");

    private final JdbcClient jdbc;
    private final BlindIndex blind;
    private final RateLimits limits;
    private final Messages messages;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public OneTimeCodes(
            JdbcClient jdbc,
            BlindIndex blind,
            RateLimits limits,
            Messages messages,
            Firms firms,
            EvidenceLog evidence,
            Clock clock) {
        this.jdbc = jdbc;
        this.blind = blind;
        this.limits = limits;
        this.messages = messages;
        this.firms = firms;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** How the asking went; the same for known and unknown numbers. */
    public enum Asked {
        SENT,
        TOO_MANY,
        /** No SMS channel is set up, or none that sends codes. */
        NO_CHANNEL
    }

    /** How a try of a code went. */
    public enum Tried {
        RIGHT,
        WRONG,
        EXPIRED,
        TOO_MANY
    }

    public record Answer(Tried tried, int triesLeft) {}

    /** Whether codes can be sent at all; without that nobody can sign in as a client. */
    public boolean canSend() {
        return messages.canSendCodes();
    }

    /**
     * Makes a code and, if the firm knows the number, sends it.
     *
     * @param phone normalised number
     * @param known whether the firm knows the number
     * @param browser secret of the browser session that asks
     * @param address the network address that asks
     */
    @Transactional
    public Asked ask(
            String phone, boolean known, String browser, String address, String language, @Nullable UUID caseId) {
        if (!canSend()) {
            return Asked.NO_CHANNEL;
        }
        if (!limits.allow(RateLimits.Rule.CODE_FROM_ADDRESS, address)
                || !limits.allow(RateLimits.Rule.CODE_FOR_NUMBER, phone)) {
            return Asked.TOO_MANY;
        }
        String code = "%06d".formatted(random.nextInt(1_000_000));
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO one_time_code (id, phone_hmac, browser_hash, code_hash, case_id, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        blind.of("OTP_PHONE", phone),
                        blind.of("OTP_BROWSER", browser),
                        hash(id, known ? code : UUID.randomUUID().toString()),
                        caseId,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE))))
                .update();
        messages.send(new Outgoing(
                null,
                Notices.CODE,
                language,
                known ? Address.ofPhone(phone) : Address.NONE,
                SCOPE,
                List.of(firms.firm().name(), code),
                LIFE));
        evidence.append(EvidenceEvent.of(EvidenceKind.CODE_SENT, Actor.ANONYMOUS)
                .caseId(caseId)
                .target("code", id)
                .build());
        return Asked.SENT;
    }

    /**
     * Makes a code and sends it to any number, on file or not. The closer limits hold for numbers on file as well: else they would tell
     * which those are.
     */
    @Transactional
    public Asked askAnybody(String phone, String browser, String address, String language) {
        if (!canSend()) {
            return Asked.NO_CHANNEL;
        }
        return limits.allow(RateLimits.Rule.REQUESTER_CODE_FROM_ADDRESS, address)
                        && limits.allow(RateLimits.Rule.REQUESTER_CODE_FOR_NUMBER, phone)
                ? ask(phone, true, browser, address, language, null)
                : Asked.TOO_MANY;
    }

    /** Tries a code. Only the newest one of this browser and number counts. */
    @Transactional
    public Answer check(String phone, String browser, String code) {
        record Row(UUID id, byte[] hash, Instant expires, int attempts, boolean used) {}
        Optional<Row> newest = jdbc.sql("""
                        SELECT id, code_hash, expires_at, attempts, used_at IS NOT NULL FROM one_time_code
                        WHERE phone_hmac = ? AND browser_hash = ? ORDER BY created_at DESC, id LIMIT 1 FOR UPDATE
                        """)
                .params(blind.of("OTP_PHONE", phone), blind.of("OTP_BROWSER", browser))
                .query((rs, n) -> new Row(
                        rs.getObject(1, UUID.class),
                        rs.getBytes(2),
                        rs.getTimestamp(3).toInstant(),
                        rs.getInt(4),
                        rs.getBoolean(5)))
                .optional();
        if (newest.isEmpty() || newest.get().used() || newest.get().expires().isBefore(clock.instant())) {
            return new Answer(Tried.EXPIRED, 0);
        }
        Row row = newest.get();
        if (row.attempts() >= TRIES || !limits.allow(RateLimits.Rule.CODE_TRIES, phone)) {
            refuse(row.id(), "TOO_MANY");
            return new Answer(Tried.TOO_MANY, 0);
        }
        jdbc.sql("UPDATE one_time_code SET attempts = attempts + 1 WHERE id = ?")
                .param(row.id())
                .update();
        if (!MessageDigest.isEqual(row.hash(), hash(row.id(), code.strip()))) {
            refuse(row.id(), "WRONG");
            int left = TRIES - row.attempts() - 1;
            return new Answer(left > 0 ? Tried.WRONG : Tried.TOO_MANY, left);
        }
        jdbc.sql("UPDATE one_time_code SET used_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), row.id())
                .update();
        return new Answer(Tried.RIGHT, 0);
    }

    /** Codes are of no use after ten minutes and are deleted after a day. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    public void purge() {
        jdbc.sql("DELETE FROM one_time_code WHERE created_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private void refuse(UUID id, String why) {
        evidence.append(EvidenceEvent.of(EvidenceKind.SIGN_IN_REFUSED, Actor.ANONYMOUS)
                .target("code", id)
                .outcome(why)
                .build());
    }

    private byte[] hash(UUID id, String code) {
        return blind.of("OTP_CODE", id + "|" + code);
    }
}
