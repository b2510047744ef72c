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
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Claims claims;
    private final KeyVault keys;
    private final ErasureLedger ledger;
    private final ErasureJournal journal;
    private final AnonymousCounts counts;
    private final Subjects subjects;
    private final EvidenceLog evidence;
    private final Clock clock;

    public RecordErasure(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Records records,
            RecordGate gate,
            Holds holds,
            Claims claims,
            KeyVault keys,
            ErasureLedger ledger,
            ErasureJournal journal,
            AnonymousCounts counts,
            Subjects subjects,
            EvidenceLog evidence,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.records = records;
        this.gate = gate;
        this.holds = holds;
        this.claims = claims;
        this.keys = keys;
        this.ledger = ledger;
        this.journal = journal;
        this.counts = counts;
        this.subjects = subjects;
        this.evidence = evidence;
        this.clock = clock;
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
     * Erases these records but those that a seal or a legal duty to store keeps; restrictions, which only stop use, keep none. By
     * what the people would be recognised in a list is remembered in the erasure ledger.
     *
     * @param wanted ids of records by the person whose they are
     * @param anonymised those of them that stay in a count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result erase(UUID caseId, Map<UUID, Set<UUID>> wanted, Set<UUID> anonymised) {
        Removal removal = remove(caseId, wanted);
        if (!removal.gone().isEmpty()) {
            List<HeldRecord> counted = removal.gone().stream()
                    .filter(record -> anonymised.contains(record.id()))
                    .toList();
            counts.raise(counted);
            write(new ErasureEntry(
                    UUID.randomUUID(),
                    clock.instant(),
                    caseId,
                    removal.gone().stream()
                            .collect(Collectors.groupingBy(
                                    HeldRecord::subjectId, Collectors.mapping(HeldRecord::id, Collectors.toSet()))),
                    counted.stream().map(HeldRecord::id).collect(Collectors.toSet()),
                    ledger.rows(removal.marks()),
                    removal.ended()));
        }
        return removal.result();
    }

    /**
     * Erases what an entry says was erased, as far as it is there again in a database that came back from before it. What was
     * anonymised is counted again: its count came back from before, too. A record is erased with whomever it lies there: the back-up may
     * be from before two people were merged, or from between that and its undoing. Of whom nothing was left nothing can be proved any
     * more either, whoever keeps something there under the same id.
     *
     * @return how many records were there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int eraseAgain(ErasureEntry entry) {
        Map<UUID, Set<UUID>> there = records.byIds(entry.recordIds()).stream()
                .collect(Collectors.groupingBy(
                        HeldRecord::subjectId, TreeMap::new, Collectors.mapping(HeldRecord::id, Collectors.toSet())));
        holds.liftBeforeErasingAgain(there.keySet(), entry.recordIds());
        Removal removal = there.isEmpty() ? Removal.NOTHING : remove(entry.caseId(), there);
        counts.raise(removal.gone().stream()
                .filter(record -> entry.anonymised().contains(record.id()))
                .toList());
        end(entry.ended());
        write(entry);
        return removal.gone().size();
    }

    private void end(Set<UUID> ended) {
        if (ended.isEmpty()) {
            return;
        }
        evidence.destroySalts(ended);
        Set<UUID> nothingLeft = new TreeSet<>(ended);
        records.of(ended).forEach(record -> nothingLeft.remove(record.subjectId()));
        subjects.markErased(nothingLeft);
        subjects.partErased(nothingLeft);
    }

    private void write(ErasureEntry entry) {
        ledger.remember(entry);
        journal.write(entry);
    }

    private record Removal(List<HeldRecord> gone, Map<Mark, Scope> marks, Set<UUID> ended, Result result) {

        static final Removal NOTHING =
                new Removal(List.of(), Map.of(), Set.of(), new Result(Set.of(), Map.of(), List.of()));
    }

    private Removal remove(UUID caseId, Map<UUID, Set<UUID>> wanted) {
        Set<UUID> people = wanted.keySet();
        subjects.lock(people);
        List<HeldRecord> all = records.of(people);
        List<Hold> standing = holds.standing(people);
        List<HeldRecord> asked = all.stream()
                .filter(record ->
                        wanted.getOrDefault(record.subjectId(), Set.of()).contains(record.id()))
                .toList();
        Map<UUID, Hold> refused = gate.refusals(asked, Purpose.ERASURE, standing);
        List<HeldRecord> gone = asked.stream()
                .filter(record -> !refused.containsKey(record.id()))
                .toList();
        if (gone.isEmpty()) {
            return new Removal(List.of(), Map.of(), Set.of(), new Result(Set.of(), refused, List.of()));
        }
        Map<UUID, List<HeldRecord>> kept = all.stream()
                .filter(record -> !gone.contains(record))
                .collect(Collectors.groupingBy(HeldRecord::subjectId));
        Set<UUID> touched = gone.stream().map(HeldRecord::subjectId).collect(Collectors.toCollection(TreeSet::new));
        Set<UUID> erased = subjects.withMerged(touched.stream()
                .filter(person -> !kept.containsKey(person))
                .collect(Collectors.toCollection(TreeSet::new)));
        Map<UUID, Set<Mark>> marks = ledger.marksOf(touched, all);
        delete(gone);
        Map<UUID, KeyVault.Destroyed> destroyed =
                new LinkedHashMap<>(erased.isEmpty() ? Map.of() : keys.destroyAll(KeyScope.Kind.SUBJECT, erased));
        touched.stream()
                .filter(kept::containsKey)
                .filter(person -> !sealed(person, standing))
                .forEach(person -> writeUnderNewKey(person, kept.getOrDefault(person, List.of()))
                        .ifPresent(key -> destroyed.put(person, key)));
        destroyed.forEach((person, key) -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, Actor.SYSTEM)
                .caseId(caseId)
                .subjectId(person)
                .target("key", key.keyId())
                .build()));
        if (!erased.isEmpty()) {
            claims.endWith(erased, caseId);
            evidence.destroySalts(erased);
            subjects.markErased(erased);
        }
        return new Removal(
                gone,
                marks(marks, erased, gone),
                erased,
                new Result(
                        gone.stream().map(HeldRecord::id).collect(Collectors.toSet()),
                        refused,
                        List.copyOf(destroyed.values())));
    }

    /** Of somebody of whom something stays, also what categories are gone. */
    private static Map<Mark, Scope> marks(Map<UUID, Set<Mark>> marksOf, Set<UUID> erased, List<HeldRecord> gone) {
        Map<Mark, Scope> marks = new LinkedHashMap<>();
        gone.stream()
                .filter(record -> !erased.contains(record.subjectId()))
                .forEach(record -> marks.put(Mark.category(record.subjectId(), record.category()), Scope.PART));
        marksOf.forEach((person, own) ->
                own.forEach(mark -> marks.merge(mark, erased.contains(person) ? Scope.ALL : Scope.PART, Scope::wider)));
        return marks;
    }

    private static boolean sealed(UUID person, List<Hold> standing) {
        return standing.stream()
                .anyMatch(
                        hold -> hold.kind() == HoldKind.SEAL && hold.subjectId().equals(person));
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
                             contents AS (DELETE FROM record_value WHERE record_id = ANY (:ids)),
                             days AS (DELETE FROM record_due WHERE record_id = ANY (:ids))
                        DELETE FROM record WHERE id = ANY (:ids)
                        """).param("ids", ids).update();
    }

    /**
     * Writes what is held of a person under a new key and destroys the old one, which has opened what is not theirs: records that a
     * merge had brought and that went back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeKey(UUID person) {
        subjects.lock(List.of(person));
        writeUnderNewKey(person, records.of(person))
                .ifPresent(key -> evidence.append(EvidenceEvent.of(EvidenceKind.KEY_DESTROYED, Actor.SYSTEM)
                        .subjectId(person)
                        .target("key", key.keyId())
                        .build()));
    }

    private Optional<KeyVault.Destroyed> writeUnderNewKey(UUID person, List<HeldRecord> kept) {
        KeyScope scope = KeyScope.subject(person);
        if (keys.find(scope).isEmpty()) {
            return Optional.empty();
        }
        KeyVault.Replacement change = keys.replace(scope);
        rewrite(kept, change.old(), change.fresh());
        claims.writeUnder(person, change.old(), change.fresh());
        return Optional.of(change.destroyed());
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
