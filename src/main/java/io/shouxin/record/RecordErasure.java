package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.record.ErasureLedger.Mark;
import io.shouxin.record.ErasureLedger.Scope;
import io.shouxin.shared.Actor;
import io.shouxin.subject.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases records for good: rows, blind indexes and key. What the person keeps is written again under a new key in the same
 * transaction, so that destroying the old key makes every earlier copy of the erased rows unreadable (docs/adr/0005).
 */
@Service
public class RecordErasure {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Records records;
    private final RecordGate gate;
    private final Holds holds;
    private final KeyVault keys;
    private final ErasureLedger ledger;
    private final Subjects subjects;
    private final EvidenceLog evidence;

    public RecordErasure(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Records records,
            RecordGate gate,
            Holds holds,
            KeyVault keys,
            ErasureLedger ledger,
            Subjects subjects,
            EvidenceLog evidence) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.records = records;
        this.gate = gate;
        this.holds = holds;
        this.keys = keys;
        this.ledger = ledger;
        this.subjects = subjects;
        this.evidence = evidence;
    }

    /**
     * What an erasure did.
     *
     * @param erased ids of the records that are gone
     * @param refused records that a seal or a legal duty holds back
     * @param keys the keys that were destroyed
     */
    public record Result(Set<UUID> erased, Map<UUID, Hold> refused, List<KeyVault.Destroyed> keys) {}

    /**
     * Erases these records of one person. Seals and legal duties to store refuse; restrictions, which only stop use, do not.
     *
     * @param marks by what the person would be recognised in a list, remembered in the erasure ledger
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result erase(UUID caseId, UUID subject, Collection<UUID> recordIds, Set<Mark> marks) {
        subjects.lock(subject);
        List<HeldRecord> all = records.of(subject);
        List<HeldRecord> wanted =
                all.stream().filter(record -> recordIds.contains(record.id())).toList();
        Map<UUID, Hold> refused = gate.refusals(wanted, Purpose.ERASURE);
        List<HeldRecord> gone = wanted.stream()
                .filter(record -> !refused.containsKey(record.id()))
                .toList();
        if (gone.isEmpty()) {
            return new Result(Set.of(), refused, List.of());
        }
        List<HeldRecord> kept =
                all.stream().filter(record -> !gone.contains(record)).toList();
        delete(gone);
        List<KeyVault.Destroyed> destroyed = shred(caseId, subject, kept);
        ledger.remember(caseId, kept.isEmpty() ? Scope.ALL : Scope.PART, marks);
        if (kept.isEmpty()) {
            evidence.destroySalts(subject);
            subjects.markErased(subject);
        } else {
            ledger.remember(
                    caseId,
                    Scope.PART,
                    gone.stream()
                            .map(record -> Mark.category(subject, record.category()))
                            .collect(Collectors.toSet()));
        }
        return new Result(gone.stream().map(HeldRecord::id).collect(Collectors.toSet()), refused, destroyed);
    }

    /**
     * How much is left of what was to be erased, counted by the database's owner so that no row can hide from it: records,
     * values, blind indexes.
     */
    public int remaining(Collection<UUID> recordIds) {
        return Optional.ofNullable(jdbc.sql("SELECT count_left(?)")
                        .param(recordIds.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    private void delete(List<HeldRecord> gone) {
        UUID[] ids = gone.stream().map(HeldRecord::id).toArray(UUID[]::new);
        jdbc.sql("""
                        WITH indexes AS (DELETE FROM subject_index WHERE record_id = ANY (:ids)),
                             contents AS (DELETE FROM record_value WHERE record_id = ANY (:ids))
                        DELETE FROM record WHERE id = ANY (:ids)
                        """).param("ids", ids).update();
    }

    private List<KeyVault.Destroyed> shred(UUID caseId, UUID subject, List<HeldRecord> kept) {
        KeyScope scope = KeyScope.subject(subject);
        List<KeyVault.Destroyed> destroyed = new ArrayList<>();
        boolean sealed = holds.standing(List.of(subject)).stream().anyMatch(hold -> hold.kind() == HoldKind.SEAL);
        if (kept.isEmpty()) {
            keys.destroy(scope).ifPresent(destroyed::add);
        } else if (!sealed && keys.find(scope).isPresent()) {
            KeyVault.Replacement change = keys.replace(scope);
            rewrite(kept, change.old(), change.fresh());
            destroyed.add(change.destroyed());
        }
        destroyed.forEach(key -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, Actor.SYSTEM)
                .caseId(caseId)
                .subjectId(subject)
                .target("key", key.keyId())
                .build()));
        return destroyed;
    }

    private void rewrite(List<HeldRecord> kept, DataKey old, DataKey fresh) {
        List<Object[]> rows = jdbc.sql("SELECT record_id, ciphertext FROM record_value WHERE record_id = ANY (?)")
                .param(kept.stream().map(HeldRecord::id).toArray(UUID[]::new))
                .query((rs, n) -> {
                    UUID id = rs.getObject(1, UUID.class);
                    return new Object[] {RecordValues.seal(fresh, id, RecordValues.open(old, id, rs.getBytes(2))), id};
                })
                .list();
        batch.batchUpdate("UPDATE record_value SET ciphertext = ? WHERE record_id = ?", rows);
    }
}
