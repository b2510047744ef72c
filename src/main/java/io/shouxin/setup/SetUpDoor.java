package io.shouxin.setup;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Firms;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may set the firm up: whoever can read the console. The link holds a secret of 192 bits, is kept hashed, opens once and for an
 * hour, and gives the set-up to the browser that opened it. A newer link replaces the older one, and takes the set-up over when it is
 * opened.
 */
@Service
public class SetUpDoor {

    public static final Duration LIFE = Duration.ofHours(1);

    /** Between two links that a page asks for. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 24;

    private record Row(
            byte @Nullable [] link,
            @Nullable Instant made,
            @Nullable Instant until,
            byte @Nullable [] holder,
            boolean finished) {}

    private final JdbcClient jdbc;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final Clock clock;
    private final boolean demo;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean firmSeen;

    public SetUpDoor(JdbcClient jdbc, Firms firms, EvidenceLog evidence, Clock clock, Environment environment) {
        this.jdbc = jdbc;
        this.firms = firms;
        this.evidence = evidence;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether there is no firm yet. The demo makes one by itself. */
    public boolean isOpen() {
        if (!firmSeen) {
            firmSeen = demo || firms.find().isPresent();
        }
        return !firmSeen;
    }

    /** Makes a link's secret; the one before is worth nothing from now on. */
    @Transactional
    public String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO setup (link_hash, link_made, link_until) VALUES (?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET link_hash = EXCLUDED.link_hash, link_made = EXCLUDED.link_made,
                            link_until = EXCLUDED.link_until
                        WHERE setup.finished_at IS NULL
                        """)
                .params(hash(secret), Timestamp.from(now), Timestamp.from(now.plus(LIFE)))
                .update();
        log("LINK_MADE");
        return secret;
    }

    /** Whether a page may have another link printed now. */
    public boolean mayAskForLink() {
        Instant made = row(false).map(Row::made).orElse(null);
        return isOpen() && (made == null || !made.plus(PAUSE).isAfter(clock.instant()));
    }

    /**
     * Uses the link.
     *
     * @param holder secret of the browser session that opened it
     * @return false if it is wrong, used, or too old
     */
    @Transactional
    public boolean enter(String secret, String holder) {
        Optional<Row> row = row(true);
        byte[] expected = row.filter(found -> !found.finished()).map(Row::link).orElse(null);
        Instant until = row.map(Row::until).orElse(null);
        boolean right = isOpen()
                && expected != null
                && until != null
                && clock.instant().isBefore(until)
                && MessageDigest.isEqual(expected, hash(secret));
        if (!right) {
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, Actor.ANONYMOUS)
                    .target("setup", "link")
                    .outcome("NOT_VALID")
                    .build());
            return false;
        }
        jdbc.sql("UPDATE setup SET link_hash = NULL, link_until = NULL, holder_hash = ?")
                .param(hash(holder))
                .update();
        log("LINK_USED");
        return true;
    }

    /** Whether this browser has the set-up in hand. */
    public boolean isHeldBy(String holder) {
        return isOpen() && holds(row(false), holder);
    }

    /** Locks the set-up until the end of the transaction, so that two pages of it act one after the other. */
    void require(String holder) {
        if (!isOpen() || !holds(row(true), holder)) {
            throw new AccessRefused("The set-up is in other hands, or over");
        }
    }

    void closeForGood() {
        jdbc.sql("""
                        UPDATE setup SET link_hash = NULL, link_until = NULL, holder_hash = NULL, answers = NULL, finished_at = ?
                        """).param(Timestamp.from(clock.instant())).update();
    }

    private static boolean holds(Optional<Row> row, String holder) {
        byte[] holds = row.filter(found -> !found.finished()).map(Row::holder).orElse(null);
        return holds != null && MessageDigest.isEqual(holds, hash(holder));
    }

    private Optional<Row> row(boolean locked) {
        return jdbc.sql("SELECT link_hash, link_made, link_until, holder_hash, finished_at IS NOT NULL FROM setup"
                        + (locked ? " FOR UPDATE" : ""))
                .query((rs, n) -> new Row(
                        rs.getBytes(1),
                        instant(rs.getTimestamp(2)),
                        instant(rs.getTimestamp(3)),
                        rs.getBytes(4),
                        rs.getBoolean(5)))
                .optional();
    }

    private void log(String outcome) {
        evidence.append(EvidenceEvent.of(EvidenceKind.SETTING_CHANGED, Actor.ANONYMOUS)
                .target("setup", "link")
                .outcome(outcome)
                .build());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
