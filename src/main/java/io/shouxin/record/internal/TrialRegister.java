package io.shouxin.record.internal;

import io.shouxin.record.NewRecord;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.record.Records;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.subject.Subjects.Tie;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the firm has, read without keeping anybody waiting, and what a dry run would have added so far, remembered until it ends: a
 * later row must find the people of an earlier one. Nothing of it is stored, and nothing of it is a word: identifiers are remembered by
 * the first half of their blind index, records by a part of their fingerprint.
 */
final class TrialRegister implements ImportRegister {

    private static final int HALF = 16;

    private final Subjects subjects;
    private final Records records;
    /** Of whoever would have been created, the kind, as an id. */
    private final PackedIds created = new PackedIds();

    private final PackedIds tied = new PackedIds();
    private final Map<IdentifierKind, PackedIds> indexed = new EnumMap<>(IdentifierKind.class);
    /** Of each person who has one of a kind, 64 bits of the id. */
    private final Map<IdentifierKind, PackedNumbers> having = new EnumMap<>(IdentifierKind.class);
    /** The first 64 bits of each record's fingerprint: in the largest list, two of them are the same once in ten million lists. */
    private final PackedNumbers stored = new PackedNumbers();

    TrialRegister(Subjects subjects, Records records) {
        this.subjects = subjects;
        this.records = records;
        for (IdentifierKind kind : IdentifierKind.values()) {
            indexed.put(kind, new PackedIds());
            having.put(kind, new PackedNumbers());
        }
    }

    @Override
    public Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised) {
        Map<String, Set<UUID>> both = new HashMap<>(subjects.byIdentifiers(kind, normalised));
        normalised.forEach(value -> merge(both, value, of(indexed, kind).get(key(kind, value))));
        return both;
    }

    @Override
    public Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised, Set<UUID> among) {
        Map<String, Set<UUID>> both = new HashMap<>(subjects.byIdentifiers(kind, normalised, among));
        if (!among.isEmpty()) {
            for (String value : normalised) {
                Set<UUID> own = new HashSet<>(of(indexed, kind).get(key(kind, value)));
                own.retainAll(among);
                merge(both, value, own);
            }
        }
        return both;
    }

    private UUID key(IdentifierKind kind, String normalised) {
        ByteBuffer hmac = ByteBuffer.wrap(subjects.indexOf(kind, normalised));
        return new UUID(hmac.getLong(), hmac.getLong());
    }

    @Override
    public Map<UUID, Set<UUID>> thirdParties(Collection<UUID> clients) {
        Map<UUID, Set<UUID>> both = new HashMap<>(subjects.thirdParties(clients));
        clients.forEach(client -> merge(both, client, tied.get(client)));
        return both;
    }

    private static <K> void merge(Map<K, Set<UUID>> held, K key, Set<UUID> added) {
        if (!added.isEmpty()) {
            Set<UUID> all = new HashSet<>(held.getOrDefault(key, Set.of()));
            all.addAll(added);
            held.put(key, all);
        }
    }

    @Override
    public Map<UUID, Subject> people(Collection<UUID> ids) {
        Map<UUID, Subject> people = new HashMap<>(subjects.findAll(ids));
        for (UUID id : ids) {
            created.get(id)
                    .forEach(kind -> people.put(
                            id, new Subject(id, SubjectKind.values()[(int) kind.getLeastSignificantBits()], false)));
        }
        return people;
    }

    @Override
    public Set<UUID> having(IdentifierKind kind, Collection<UUID> people) {
        Set<UUID> all = new HashSet<>(subjects.having(kind, people));
        people.stream()
                .filter(person -> of(having, kind).contains(part(person)))
                .forEach(all::add);
        return all;
    }

    @Override
    public List<Boolean> known(List<NewRecord> wanted) {
        List<String> prints = records.fingerprints(wanted);
        Set<String> held = records.held(prints);
        return prints.stream()
                .map(print -> held.contains(print) || stored.contains(part(print)))
                .toList();
    }

    @Override
    public void create(Map<UUID, SubjectKind> people) {
        people.forEach((id, kind) -> created.add(id, new UUID(0, kind.ordinal())));
    }

    @Override
    public void tie(Collection<Tie> ties) {
        ties.forEach(tie -> tied.add(tie.client(), tie.subject()));
    }

    @Override
    public List<@Nullable UUID> store(List<NewRecord> wanted, Set<UUID> newPeople) {
        List<String> prints = records.fingerprints(wanted);
        Set<String> held = records.held(IntStream.range(0, wanted.size())
                .filter(i -> !newPeople.contains(wanted.get(i).subjectId()))
                .mapToObj(prints::get)
                .toList());
        List<@Nullable UUID> ids = new ArrayList<>();
        for (String print : prints) {
            ids.add(!held.contains(print) && stored.add(part(print)) ? UUID.randomUUID() : null);
        }
        return ids;
    }

    private static long part(String print) {
        return Long.parseUnsignedLong(print.substring(0, HALF), HALF);
    }

    @Override
    public void index(Collection<IndexEntry> entries) {
        for (IndexEntry entry : entries) {
            of(indexed, entry.kind()).add(key(entry.kind(), entry.normalised()), entry.subjectId());
            of(having, entry.kind()).add(part(entry.subjectId()));
        }
    }

    private static long part(UUID id) {
        return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
    }

    private static <T> T of(Map<IdentifierKind, T> packed, IdentifierKind kind) {
        return java.util.Objects.requireNonNull(packed.get(kind));
    }

    @Override
    public Set<UUID> survivors(Collection<UUID> people) {
        return subjects.survivors(people);
    }

    /** A dry run asks nobody; its figures tell how many rows are in doubt. */
    @Override
    public void doubt(UUID importId, Collection<Pair> pairs) {}
}
