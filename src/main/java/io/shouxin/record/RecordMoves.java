package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.DataKey;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import io.shouxin.shared.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives records to another person, because two people on file were found to be one, or that was undone. What moves is written again
 * under the key of whom it goes to; the key that opened it before is destroyed in the same transaction (docs/adr/0023). The caller has
 * locked both people and found nothing that stands against it.
 */
@Service
public class RecordMoves {

    private final JdbcClient jdbc;
    private final Records records;
    private final Claims claims;
    private final RecordErasure erasure;
    private final KeyVault keys;
    private final EvidenceLog evidence;

    public RecordMoves(
            JdbcClient jdbc,
            Records records,
            Claims claims,
            RecordErasure erasure,
            KeyVault keys,
            EvidenceLog evidence) {
        this.jdbc = jdbc;
        this.records = records;
        this.claims = claims;
        this.erasure = erasure;
        this.keys = keys;
        this.evidence = evidence;
    }

    /** What went to the other. */
    public record Moved(Set<UUID> records, Set<UUID> claims) {

        public Moved {
            records = Set.copyOf(records);
            claims = Set.copyOf(claims);
        }
    }

    /** Gives everything of one person to another and destroys the first one's key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved moveAll(UUID from, UUID to) {
        Moved moved = new Moved(
                records.of(from).stream().map(HeldRecord::id).collect(Collectors.toSet()), claims.everyOne(from));
        move(from, to, moved);
        keys.destroy(KeyScope.subject(from))
                .ifPresent(key -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, Actor.SYSTEM)
                        .subjectId(from)
                        .target("key", key.keyId())
                        .build()));
        return moved;
    }

    /** Whether anything was recorded of a person at or after a moment; what came to them from somebody else is older. */
    public boolean anySince(UUID person, Instant at) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM record WHERE subject_id = ? AND created_at >= ?)")
                .params(person, Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    /** Gives back what had come, under a new key; who had it gets a new key as well, since the old one opened what is not theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveBack(UUID from, UUID to, Moved came) {
        move(from, to, came);
        erasure.changeKey(from);
    }

    private void move(UUID from, UUID to, Moved what) {
        Optional<DataKey> old = keys.find(KeyScope.subject(from));
        if (old.isEmpty()) {
            return;
        }
        DataKey fresh = keys.open(KeyScope.subject(to));
        claims.move(what.claims(), to, old.get(), fresh);
        if (!what.records().isEmpty()) {
            moveRecords(records.byIds(what.records()), to, old.get(), fresh);
        }
    }

    private void moveRecords(List<HeldRecord> moving, UUID to, DataKey old, DataKey fresh) {
        Map<UUID, SortedMap<String, String>> values = new TreeMap<>();
        jdbc.sql("SELECT record_id, ciphertext FROM record_value WHERE record_id = ANY (?)")
                .param(ids(moving))
                .query(rs -> {
                    UUID id = rs.getObject(1, UUID.class);
                    values.put(id, RecordValues.open(old, id, rs.getBytes(2)));
                });
        changeOwner(moving, to, values);
        List<HeldRecord> valued = moving.stream()
                .filter(record -> values.containsKey(record.id()))
                .toList();
        byte[][] sealed = valued.stream()
                .map(record -> RecordValues.seal(fresh, record.id(), values.getOrDefault(record.id(), new TreeMap<>())))
                .toArray(byte[][]::new);
        jdbc.sql("""
                        UPDATE record_value v SET ciphertext = w.sealed
                        FROM unnest(?::uuid[], ?::bytea[]) AS w (id, sealed) WHERE v.record_id = w.id
                        """).params(ids(valued), sealed).update();
        jdbc.sql("UPDATE subject_index SET subject_id = ? WHERE record_id = ANY (?)")
                .params(to, ids(moving))
                .update();
        jdbc.sql("UPDATE record_due SET subject_id = ? WHERE record_id = ANY (?)")
                .params(to, ids(moving))
                .update();
    }

    /**
     * A record is known again by its person and its content, so that a list brought again finds it. One whose content the other has
     * word for word keeps the value it had: the list finds the other's.
     */
    private void changeOwner(List<HeldRecord> moving, UUID to, Map<UUID, SortedMap<String, String>> values) {
        List<HeldRecord> readable = moving.stream()
                .filter(record -> values.containsKey(record.id()))
                .toList();
        List<String> prints = records.fingerprints(readable.stream()
                .map(record -> ownedBy(to, record, values.getOrDefault(record.id(), new TreeMap<>())))
                .toList());
        Set<String> taken = records.held(prints);
        List<UUID> renamed = new ArrayList<>();
        List<byte[]> names = new ArrayList<>();
        for (int i = 0; i < prints.size(); i++) {
            if (taken.add(prints.get(i))) {
                renamed.add(readable.get(i).id());
                names.add(HexFormat.of().parseHex(prints.get(i)));
            }
        }
        jdbc.sql("""
                        UPDATE record r SET subject_id = ?, fingerprint = coalesce(w.print, r.fingerprint)
                        FROM record o LEFT JOIN unnest(?::uuid[], ?::bytea[]) AS w (id, print) ON w.id = o.id
                        WHERE r.id = o.id AND o.id = ANY (?)
                        """)
                .params(to, renamed.toArray(UUID[]::new), names.toArray(byte[][]::new), ids(moving))
                .update();
    }

    private static NewRecord ownedBy(UUID person, HeldRecord record, Map<String, String> values) {
        return new NewRecord(
                person,
                record.branchId(),
                record.category(),
                record.classification(),
                record.dealType(),
                record.signedOn(),
                record.endedOn(),
                record.lastContactOn(),
                record.recordedOn(),
                null,
                values);
    }

    private static UUID[] ids(Collection<HeldRecord> held) {
        return held.stream().map(HeldRecord::id).toArray(UUID[]::new);
    }
}
