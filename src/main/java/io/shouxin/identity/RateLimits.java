package io.shouxin.identity;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.shouxin.platform.BlindIndex;
import io.shouxin.request.LookupLimits;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Limits that all nodes share, kept in the database (Bucket4j). Keys are keyed hashes, never a number or an address. */
@Component
public class RateLimits implements LookupLimits, DisposableBean {

    private static final int CONNECTIONS = 4;

    /** What is limited and how. */
    public enum Rule {
        /** Three codes an hour for one number (security-reliability §2). */
        CODE_FOR_NUMBER(3, Duration.ofHours(1)),
        /** Codes asked for from one address. */
        CODE_FROM_ADDRESS(30, Duration.ofHours(1)),
        /** Codes for one number that need not be on file, so that nobody has them sent to a stranger's telephone all day long. */
        REQUESTER_CODE_FOR_NUMBER(5, Duration.ofDays(1)),
        /** The same, asked for from one address. */
        REQUESTER_CODE_FROM_ADDRESS(10, Duration.ofHours(1)),
        /** Tries of a code, for one number, whatever the code. */
        CODE_TRIES(15, Duration.ofHours(1)),
        /** Tries of the second proof, for one person. */
        PROOF_TRIES(5, Duration.ofHours(1)),
        /** Passwords tried for one account name from one address, so that nobody is locked out by somebody else's tries. */
        STAFF_SIGN_IN(20, Duration.ofMinutes(15)),
        /** Passwords tried from one address, whatever the names. */
        STAFF_FROM_ADDRESS(100, Duration.ofMinutes(15)),
        /** Tries of the present password where a new one is chosen, for one account. */
        OWN_PASSWORD(10, Duration.ofMinutes(15)),
        /** Refused tries of one client of the API from one address. */
        API_SECRETS(20, Duration.ofMinutes(15)),
        /** Refused tries of clients of the API from one address. */
        API_SECRETS_FROM_ADDRESS(100, Duration.ofMinutes(15)),
        /** Look-ups of verification codes from one address. */
        VERIFY_FROM_ADDRESS(60, Duration.ofHours(1)),
        /** Tries of case numbers from one address. */
        TRACK_FROM_ADDRESS(60, Duration.ofHours(1)),
        /** Look-ups of people, new requests and uploads by one client of the API. */
        API_CALLS(600, Duration.ofMinutes(1));

        private final int tokens;
        private final Duration period;

        Rule(int tokens, Duration period) {
            this.tokens = tokens;
            this.period = period;
        }
    }

    private final HikariDataSource pool;
    private final ProxyManager<String> buckets;
    private final BlindIndex blind;

    /**
     * With connections of its own: a limit is asked in the middle of a transaction, and if all who ask at once held the last
     * connections of the common pool, each would wait for one that another holds.
     */
    public RateLimits(JdbcConnectionDetails access, BlindIndex blind) {
        this.pool = pool(access);
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
                .table("rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .expirationAfterWrite(
                        io.github.bucket4j.distributed.ExpirationAfterWriteStrategy
                                .basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(5)))
                .build();
        this.blind = blind;
    }

    private static HikariDataSource pool(JdbcConnectionDetails access) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("limits");
        config.setJdbcUrl(access.getJdbcUrl());
        config.setUsername(access.getUsername());
        config.setPassword(access.getPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public void destroy() {
        pool.close();
    }

    @Override
    public boolean allowsVerification(String address) {
        return allow(Rule.VERIFY_FROM_ADDRESS, address);
    }

    /** Takes one token; false if there is none left. */
    public boolean allow(Rule rule, String key) {
        return waitFor(rule, key).isEmpty();
    }

    /** Takes one token; if there is none left, answers how long until there is one. */
    public Optional<Duration> waitFor(Rule rule, String key) {
        ConsumptionProbe probe = bucket(rule, key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** How many tokens there are. */
    public int left(Rule rule, String key) {
        return (int) bucket(rule, key).getAvailableTokens();
    }

    /** Puts back a token that was taken before it was known whether the try counts. */
    public void giveBack(Rule rule, String key) {
        bucket(rule, key).addTokens(1);
    }

    private Bucket bucket(Rule rule, String key) {
        String id = rule.name() + ":" + HexFormat.of().formatHex(blind.of(rule.name(), key));
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(rule.tokens).refillIntervally(rule.tokens, rule.period))
                .build();
        return buckets.builder().build(id, () -> configuration);
    }
}
