package io.shouxin.system.internal;

import io.shouxin.platform.KeyVault;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.RecordErasure;
import io.shouxin.record.Records;
import io.shouxin.system.HoldingSystem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The built-in vault. Erasure and its receipt are one transaction, so the vault never half-erases. */
@Component
class VaultSystem implements HoldingSystem {

    private final Records records;
    private final RecordErasure erasure;
    private final JdbcClient jdbc;
    private final Clock clock;

    VaultSystem(Records records, RecordErasure erasure, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.erasure = erasure;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "vault";
    }

    @Override
    public Set<UUID> holds(Set<UUID> ids) {
        return records.byIds(ids).stream().map(HeldRecord::id).collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Receipt erase(EraseOrder order) {
        Optional<Receipt> earlier = receipt(order.key());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        RecordErasure.Result result = erasure.erase(order.caseId(), order.records(), order.anonymised());
        List<UUID> destroyed =
                result.keys().stream().map(KeyVault.Destroyed::keyId).toList();
        Instant now = clock.instant();
        jdbc.sql("""
                        INSERT INTO vault_erasure (effect_key, case_id, erased, refused, key_ids, erased_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        order.key(),
                        order.caseId(),
                        result.erased().size(),
                        result.refused().size(),
                        destroyed.toArray(UUID[]::new),
                        Timestamp.from(now))
                .update();
        return new Receipt(result.erased().size(), result.refused().size(), destroyed, now);
    }

    @Override
    public Optional<Receipt> receipt(String key) {
        return jdbc.sql("SELECT erased, refused, key_ids, erased_at FROM vault_erasure WHERE effect_key = ?")
                .param(key)
                .query((rs, n) -> new Receipt(
                        rs.getInt(1),
                        rs.getInt(2),
                        Arrays.asList((UUID[]) rs.getArray(3).getArray()),
                        rs.getTimestamp(4).toInstant()))
                .optional();
    }

    @Override
    public int remaining(Set<UUID> ids) {
        return erasure.remaining(ids);
    }
}
