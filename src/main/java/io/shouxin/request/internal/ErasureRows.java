package io.shouxin.request.internal;

import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.RequestId;
import io.shouxin.system.HoldingSystem.Receipt;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each system reported, for the certificate. */
@Repository
class ErasureRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ErasureRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds one attempt to what the system reported before; it is called once for each confirmed attempt. */
    void save(RequestId request, String system, Receipt receipt) {
        jdbc.sql("""
                        INSERT INTO request_erasure (request_id, system, erased, refused, key_ids, erased_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (request_id, system) DO UPDATE SET
                            erased = request_erasure.erased + EXCLUDED.erased, refused = EXCLUDED.refused,
                            key_ids = request_erasure.key_ids || EXCLUDED.key_ids, erased_at = EXCLUDED.erased_at
                        """)
                .params(
                        request.value(),
                        system,
                        receipt.erased(),
                        receipt.refused(),
                        receipt.destroyedKeys().toArray(UUID[]::new),
                        Timestamp.from(receipt.at()))
                .update();
    }

    void verified(RequestId request, String system, boolean nothingLeft) {
        jdbc.sql("UPDATE request_erasure SET verified = ?, verified_at = ? WHERE request_id = ? AND system = ?")
                .params(nothingLeft, Timestamp.from(clock.instant()), request.value(), system)
                .update();
    }

    List<ErasureReceipt> of(RequestId request) {
        return jdbc.sql("""
                        SELECT system, erased, refused, key_ids, erased_at, verified, verified_at FROM request_erasure
                        WHERE request_id = ? ORDER BY system
                        """)
                .param(request.value())
                .query((rs, n) -> new ErasureReceipt(
                        rs.getString(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        Arrays.asList((UUID[]) rs.getArray(4).getArray()),
                        rs.getTimestamp(5).toInstant(),
                        rs.getObject(6, Boolean.class),
                        instant(rs.getTimestamp(7))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
