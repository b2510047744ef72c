package io.shouxin.record;

import io.shouxin.platform.BlindIndex;
import io.shouxin.record.PersonData.Traits;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What was erased, as pseudonyms under a key of its own, so that an old list does not bring it back (PIPL 47). It is only ever asked
 * whether a mark is in it; nothing of a person can be read from it or joined with live data.
 */
@Service
public class ErasureLedger {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final BlindIndex blind;
    private final Records records;
    private final PersonData people;
    private final Subjects subjects;

    public ErasureLedger(
            JdbcClient jdbc,
            JdbcTemplate batch,
            BlindIndex blind,
            Records records,
            PersonData people,
            Subjects subjects) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.blind = blind;
        this.records = records;
        this.people = people;
        this.subjects = subjects;
    }

    /** One thing by which erased data would be recognised; it never leaves the process but as a pseudonym. */
    public record Mark(String kind, String value) {

        private static final String OF_CLIENT = "OF_CLIENT";
        private static final String CATEGORY = "CATEGORY";

        static Mark category(UUID subject, Category category) {
            return new Mark(CATEGORY, subject + "|" + category);
        }

        @Override
        public String toString() {
            return "Mark[" + kind + "]";
        }
    }

    /** Whether an erasure left something of the person. */
    enum Scope {
        ALL,
        PART;

        Scope wider(Scope other) {
            return this == ALL ? ALL : other;
        }
    }

    /**
     * By what a person is told, as the ledger knows it.
     *
     * @param identifiers normalised, by kind; a name alone tells nobody and gives no mark
     */
    public static Set<Mark> marks(Map<IdentifierKind, Set<String>> identifiers) {
        Set<Mark> marks = new LinkedHashSet<>();
        identifiers.forEach((kind, values) -> {
            if (kind != IdentifierKind.NAME) {
                values.forEach(value -> marks.add(new Mark(kind.name(), value)));
            }
        });
        return marks;
    }

    /**
     * By what somebody is told who stands in a client's record, as a child does: the client together with what they are called.
     *
     * @param client the client's identifiers; the name counts only where there is nothing better
     * @param calledBy names in the form in which they are compared, or other words that tell the members of a family apart
     */
    public static Set<Mark> marksOfThirdParty(Map<IdentifierKind, Set<String>> client, Collection<String> calledBy) {
        Set<Mark> better = marks(client);
        Set<Mark> family = new LinkedHashSet<>(better);
        if (better.isEmpty()) {
            client.getOrDefault(IdentifierKind.NAME, Set.of())
                    .forEach(name -> family.add(new Mark(IdentifierKind.NAME.name(), name)));
        }
        Set<Mark> marks = new LinkedHashSet<>();
        family.forEach(of -> calledBy.forEach(
                called -> marks.add(new Mark(Mark.OF_CLIENT, of.kind() + "|" + of.value() + "|" + called))));
        return marks;
    }

    /**
     * Everything by which these people would be recognised in a list; to be read before anybody of the family is erased: a child
     * is told by its client too.
     *
     * @param held all records of these people
     */
    Map<UUID, Set<Mark>> marksOf(Collection<UUID> persons, Collection<HeldRecord> held) {
        Map<UUID, Set<UUID>> clients = subjects.clientsOf(persons);
        Set<UUID> others = new LinkedHashSet<>();
        clients.values().forEach(others::addAll);
        held.forEach(record -> others.remove(record.subjectId()));
        List<HeldRecord> all = new ArrayList<>(held);
        if (!others.isEmpty()) {
            all.addAll(records.of(others));
        }
        Map<UUID, Traits> traits = people.traits(all);
        Map<UUID, Set<Mark>> marks = new HashMap<>();
        for (UUID person : persons) {
            Traits own = traits.getOrDefault(person, Traits.NONE);
            Set<Mark> found = new LinkedHashSet<>(marks(own.identifiers()));
            Collection<String> called = own.identifiers().getOrDefault(IdentifierKind.NAME, Set.of());
            Collection<String> calledBy = called.isEmpty() ? own.birthDates() : called;
            clients.getOrDefault(person, Set.of())
                    .forEach(client -> found.addAll(marksOfThirdParty(
                            traits.getOrDefault(client, Traits.NONE).identifiers(), calledBy)));
            marks.put(person, found);
        }
        return marks;
    }

    /** As rows of the ledger: marks of data of which everything, or a part, is erased. */
    List<ErasureEntry.Mark> rows(Map<Mark, Scope> marks) {
        return marks.entrySet().stream()
                .map(mark -> new ErasureEntry.Mark(
                        mark.getKey().kind(),
                        HexFormat.of().formatHex(pseudonym(mark.getKey())),
                        mark.getValue().name()))
                .toList();
    }

    /** That an erasure took away what these marks tell. */
    void remember(ErasureEntry erased) {
        batch.batchUpdate(
                "INSERT INTO erasure_ledger (kind, pseudonym, scope, case_id, erased_at) VALUES (?, ?, ?, ?, ?)",
                erased.marks().stream()
                        .map(mark -> new Object[] {
                            mark.kind(),
                            HexFormat.of().parseHex(mark.pseudonym()),
                            mark.scope(),
                            erased.caseId(),
                            Timestamp.from(erased.at())
                        })
                        .toList());
    }

    /** Those of these marks that the ledger has. */
    public Set<Mark> known(Collection<Mark> marks) {
        Map<String, Map<String, Mark>> byKind = new HashMap<>();
        marks.forEach(mark -> byKind.computeIfAbsent(mark.kind(), kind -> new HashMap<>())
                .put(HexFormat.of().formatHex(pseudonym(mark)), mark));
        Set<Mark> known = new LinkedHashSet<>();
        byKind.forEach((kind, byPseudonym) -> jdbc.sql(
                        "SELECT DISTINCT pseudonym FROM erasure_ledger WHERE kind = ? AND pseudonym = ANY (?)")
                .params(
                        kind,
                        byPseudonym.keySet().stream()
                                .map(HexFormat.of()::parseHex)
                                .toArray(byte[][]::new))
                .query((rs, n) -> HexFormat.of().formatHex(rs.getBytes(1)))
                .list()
                .forEach(pseudonym -> known.add(java.util.Objects.requireNonNull(byPseudonym.get(pseudonym)))));
        return known;
    }

    /**
     * Those of these records whose person had data of the same category erased, whether or not the words are the same. What was
     * erased of somebody who was merged into the person since counts as well.
     */
    public Set<NewRecord> erasedEarlier(Collection<NewRecord> records) {
        Map<UUID, Set<UUID>> names =
                subjects.namesOf(records.stream().map(NewRecord::subjectId).collect(Collectors.toSet()));
        Map<Mark, Set<NewRecord>> byMark = new HashMap<>();
        for (NewRecord record : records) {
            names.getOrDefault(record.subjectId(), Set.of(record.subjectId())).forEach(name -> byMark.computeIfAbsent(
                            Mark.category(name, record.category()), mark -> new LinkedHashSet<>())
                    .add(record));
        }
        Set<NewRecord> erased = new LinkedHashSet<>();
        known(byMark.keySet()).forEach(mark -> erased.addAll(byMark.getOrDefault(mark, Set.of())));
        return erased;
    }

    private byte[] pseudonym(Mark mark) {
        return blind.pseudonym(mark.kind(), mark.value());
    }
}
