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
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the firm has, read without keeping anybody waiting, and what a dry run would have added so far, remembered until it ends: a
 * later row must find the people of an earlier one. Nothing of it is stored.
 */
final class TrialRegister implements ImportRegister {

    private static final int HALF = 16;

    private final Subjects subjects;
    private final Records records;
    private final Map<UUID, Subject> created = new HashMap<>();
    private final Map<UUID, Set<UUID>> tied = new HashMap<>();
    private final Map<IdentifierKind, Map<String, Set<UUID>>> indexed = new EnumMap<>(IdentifierKind.class);
    private final Map<IdentifierKind, Set<UUID>> having = new EnumMap<>(IdentifierKind.class);
    /** The first 64 bits of each record's fingerprint: in the largest list, two of them are the same once in ten million lists. */
    private final Set<Long> stored = new HashSet<>();

    TrialRegister(Subjects subjects, Records records) {
        this.subjects = subjects;
        this.records = records;
    }

    @Override
    public Map<String, Set<UUID>> byIdentifiers(IdentifierKind kind, Collection<String> normalised) {
        return with(subjects.byIdentifiers(kind, normalised), indexed.getOrDefault(kind, Map.of()), normalised);
    }

    @Override
    public Map<UUID, Set<UUID>> thirdParties(Collection<UUID> clients) {
        return with(subjects.thirdParties(clients), tied, clients);
    }

    private static <K> Map<K, Set<UUID>> with(Map<K, Set<UUID>> held, Map<K, Set<UUID>> added, Collection<K> asked) {
        Map<K, Set<UUID>> both = new HashMap<>(held);
        for (K key : asked) {
            Set<UUID> more = added.get(key);
            if (more != null) {
                both.put(key, both(held.getOrDefault(key, Set.of()), more));
            }
        }
        return both;
    }

    @Override
    public Map<UUID, Subject> people(Collection<UUID> ids) {
        Map<UUID, Subject> people = new HashMap<>(subjects.findAll(ids));
        for (UUID id : ids) {
            Subject own = created.get(id);
            if (own != null) {
                people.put(id, own);
            }
        }
        return people;
    }

    @Override
    public Set<UUID> having(IdentifierKind kind, Collection<UUID> people) {
        Set<UUID> all = new HashSet<>(subjects.having(kind, people));
        Set<UUID> own = having.getOrDefault(kind, Set.of());
        people.stream().filter(own::contains).forEach(all::add);
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
        people.forEach((id, kind) -> created.put(id, new Subject(id, kind, false)));
    }

    @Override
    public void tie(Collection<Tie> ties) {
        ties.forEach(tie -> tied.merge(tie.client(), Set.of(tie.subject()), TrialRegister::both));
    }

    @Override
    public List<@Nullable UUID> store(List<NewRecord> wanted) {
        List<String> prints = records.fingerprints(wanted);
        Set<String> held = records.held(prints);
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
            indexed.computeIfAbsent(entry.kind(), kind -> new HashMap<>())
                    .merge(entry.normalised(), Set.of(entry.subjectId()), TrialRegister::both);
            having.computeIfAbsent(entry.kind(), kind -> new HashSet<>()).add(entry.subjectId());
        }
    }

    @Override
    public Set<UUID> survivors(Collection<UUID> people) {
        return subjects.survivors(people);
    }

    /** A dry run asks nobody; its figures tell how many rows are in doubt. */
    @Override
    public void doubt(UUID importId, Collection<Pair> pairs) {}

    /** Nearly always one person, so that no set is made larger than it is. */
    private static Set<UUID> both(Set<UUID> some, Set<UUID> more) {
        if (some.containsAll(more)) {
            return some;
        }
        Set<UUID> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
