package io.shouxin.notification.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.platform.Cell;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes and opens envelopes; one whose key is destroyed does not open any more. */
@Component
class Envelopes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final KeyVault keys;

    Envelopes(JdbcClient jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    byte[] close(UUID message, KeyScope scope, Envelope envelope) {
        try {
            return keys.open(scope).encrypt(JSON.writeValueAsBytes(envelope), cell(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written as JSON");
        }
    }

    Optional<Envelope> open(UUID message) {
        record Row(String kind, UUID scope, byte[] ciphertext) {}
        return jdbc.sql("SELECT scope_kind, scope_id, ciphertext FROM message WHERE id = ?")
                .param(message)
                .query((rs, n) -> new Row(rs.getString(1), rs.getObject(2, UUID.class), rs.getBytes(3)))
                .optional()
                .flatMap(row -> keys.find(new KeyScope(KeyScope.Kind.valueOf(row.kind()), row.scope()))
                        .map(key -> read(key.decrypt(row.ciphertext(), cell(message)))));
    }

    private static Cell cell(UUID message) {
        return new Cell("message", "ciphertext", message);
    }

    private static Envelope read(byte[] json) {
        try {
            return JSON.readValue(json, Envelope.class);
        } catch (IOException e) {
            throw new IllegalStateException("A message is not readable JSON");
        }
    }
}
