package io.shouxin.platform;

import io.shouxin.shared.Actor;
import io.shouxin.shared.ProblemFound;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a repeated call have the result of the first: a retry after a lost answer makes nothing twice. */
@Component
public class IdempotentCalls {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final BlindIndex blind;

    public IdempotentCalls(JdbcClient jdbc, BlindIndex blind) {
        this.jdbc = jdbc;
        this.blind = blind;
    }

    /**
     * Makes the thing, or answers what an earlier call with this key made. A parallel call waits until the first has committed.
     *
     * @param key null makes it in any case
     * @param content what the caller sent; kept as a keyed hash only
     * @throws ProblemFound if the key was used for something else, or cannot be used
     */
    @Transactional
    public UUID once(Actor actor, @Nullable String key, String content, Supplier<UUID> make) {
        if (key == null) {
            return make.get();
        }
        requireUsable(key);
        String client = actor.kind() + ":" + actor.id();
        byte[] hash = blind.fingerprint(content);
        int fresh = jdbc.sql(
                        "INSERT INTO idempotent_call (client, key, body_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(client, key, hash)
                .update();
        if (fresh == 1) {
            UUID made = make.get();
            jdbc.sql("UPDATE idempotent_call SET response_id = ?, status = 201 WHERE client = ? AND key = ?")
                    .params(made, client, key)
                    .update();
            return made;
        }
        record Call(byte[] hash, UUID made) {}
        Call call = jdbc.sql("SELECT body_hash, response_id FROM idempotent_call WHERE client = ? AND key = ?")
                .params(client, key)
                .query((rs, n) -> new Call(rs.getBytes(1), rs.getObject(2, UUID.class)))
                .single();
        if (!Arrays.equals(call.hash(), hash)) {
            throw new ProblemFound(422, "idempotency-key-reused");
        }
        return call.made();
    }

    /**
     * @throws ProblemFound if no call can be told apart by this key
     */
    public static void requireUsable(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ProblemFound(400, "idempotency-key-unusable", "", null, LONGEST_KEY);
        }
    }
}
