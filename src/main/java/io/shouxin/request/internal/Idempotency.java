package io.shouxin.request.internal;

import io.shouxin.platform.BlindIndex;
import io.shouxin.request.NewRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A repeated call with the same key gets the same request: a double click, a retry after a lost answer. */
@Component
class Idempotency {

    private final JdbcClient jdbc;
    private final BlindIndex blind;

    Idempotency(JdbcClient jdbc, BlindIndex blind) {
        this.jdbc = jdbc;
        this.blind = blind;
    }

    /**
     * Claims the key for this transaction; a parallel call with the same key waits here until the first has committed.
     *
     * @return the request that an earlier call made
     * @throws InvalidInput if the key was used for something else
     */
    Optional<UUID> known(Actor actor, NewRequest wanted) {
        String key = wanted.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        byte[] hash = hash(wanted);
        int fresh = jdbc.sql(
                        "INSERT INTO idempotent_call (client, key, body_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(client(actor), key, hash)
                .update();
        if (fresh == 1) {
            return Optional.empty();
        }
        record Call(byte[] hash, @Nullable UUID response) {}
        Call call = jdbc.sql("SELECT body_hash, response_id FROM idempotent_call WHERE client = ? AND key = ?")
                .params(client(actor), key)
                .query((rs, n) -> new Call(rs.getBytes(1), rs.getObject(2, UUID.class)))
                .single();
        if (!Arrays.equals(call.hash(), hash)) {
            throw new InvalidInput("", "request.error.idempotencyKeyReused");
        }
        return Optional.ofNullable(call.response());
    }

    /** The request that an earlier call with this key made, whatever it asked for. */
    Optional<UUID> earlier(Actor actor, String key) {
        return jdbc.sql(
                        "SELECT response_id FROM idempotent_call WHERE client = ? AND key = ? AND response_id IS NOT NULL")
                .params(client(actor), key)
                .query(UUID.class)
                .optional();
    }

    void remember(Actor actor, NewRequest wanted, UUID request) {
        if (wanted.idempotencyKey() != null) {
            jdbc.sql("UPDATE idempotent_call SET response_id = ?, status = 201 WHERE client = ? AND key = ?")
                    .params(request, client(actor), wanted.idempotencyKey())
                    .update();
        }
    }

    private byte[] hash(NewRequest wanted) {
        return blind.fingerprint(String.join(
                "|",
                wanted.type().name(),
                String.valueOf(wanted.subjectId()),
                wanted.categories() == null ? "*" : new java.util.TreeSet<>(wanted.categories()).toString(),
                wanted.channel().name(),
                wanted.receipt() == null ? "" : wanted.receipt().at().toString(),
                wanted.note(),
                wanted.contactName(),
                wanted.contactPhone(),
                wanted.onBehalf() == null ? "" : wanted.onBehalf().toString()));
    }

    private static String client(Actor actor) {
        return actor.kind() + ":" + actor.id();
    }
}
