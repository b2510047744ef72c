package io.shouxin.record.internal;

import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody whom the people of one batch might be, looked up at once and kept from changing until the batch is written. */
final class KnownPeople {

    private final Map<IdentifierKind, Map<String, Set<UUID>>> byIdentifier = new EnumMap<>(IdentifierKind.class);
    private final Map<UUID, Set<UUID>> thirdParties;
    private final Map<UUID, Subject> subjects;
    private final Set<UUID> withIdNumber;
    private final Set<UUID> survivors;

    private KnownPeople(
            Map<IdentifierKind, Map<String, Set<UUID>>> byIdentifier,
            Map<UUID, Set<UUID>> thirdParties,
            Map<UUID, Subject> subjects,
            Set<UUID> withIdNumber,
            Set<UUID> survivors) {
        this.byIdentifier.putAll(byIdentifier);
        this.thirdParties = thirdParties;
        this.subjects = subjects;
        this.withIdNumber = withIdNumber;
        this.survivors = survivors;
    }

    /**
     * A name alone leads only to a client of whom nothing better is known; everybody else's name is compared with those of the people
     * found otherwise, so that it is looked for among them and not in the whole firm.
     *
     * @param thirdParty whether somebody stands in a client's row
     */
    static KnownPeople of(Collection<DraftGroup> groups, Predicate<DraftGroup> thirdParty, ImportRegister register) {
        Map<IdentifierKind, Set<String>> values = new EnumMap<>(IdentifierKind.class);
        Set<String> otherNames = new LinkedHashSet<>();
        for (DraftGroup group : groups) {
            boolean byName = !group.isStrong() && !thirdParty.test(group);
            group.identified().forEach((kind, of) -> (kind != IdentifierKind.NAME || byName
                            ? values.computeIfAbsent(kind, k -> new LinkedHashSet<>())
                            : otherNames)
                    .addAll(of));
        }
        Set<UUID> ownIds = groups.stream().map(DraftGroup::ownId).collect(Collectors.toSet());
        Map<UUID, Subject> subjects = new HashMap<>();
        Looked looked;
        boolean partedMeanwhile;
        do {
            looked = Looked.up(values, register);
            Set<UUID> ids = new HashSet<>(looked.candidates);
            ids.addAll(ownIds);
            partedMeanwhile = keep(register, ids, subjects).stream().anyMatch(subject -> subject.parted() > 0);
        } while (partedMeanwhile);
        Set<UUID> byBetter = new HashSet<>(looked.byBetter);
        looked.byBetter.forEach(id -> byBetter.add(surviving(subjects, id)));
        Map<String, Set<UUID>> names =
                looked.byIdentifier.computeIfAbsent(IdentifierKind.NAME, kind -> new HashMap<>());
        otherNames.removeAll(names.keySet());
        names.putAll(register.byIdentifiers(IdentifierKind.NAME, otherNames, byBetter));
        return new KnownPeople(
                looked.byIdentifier,
                looked.thirdParties,
                subjects,
                register.having(IdentifierKind.ID_NUMBER, byBetter),
                looked.candidates.isEmpty() ? Set.of() : register.survivors(looked.candidates));
    }

    /**
     * Who has what, as it was found before anybody was kept from changing.
     *
     * @param candidates everybody found
     * @param byBetter those of them who were not found by a name alone
     */
    private record Looked(
            Map<IdentifierKind, Map<String, Set<UUID>>> byIdentifier,
            Map<UUID, Set<UUID>> thirdParties,
            Set<UUID> candidates,
            Set<UUID> byBetter) {

        static Looked up(Map<IdentifierKind, Set<String>> values, ImportRegister register) {
            Map<IdentifierKind, Map<String, Set<UUID>>> byIdentifier = new EnumMap<>(IdentifierKind.class);
            Set<UUID> candidates = new HashSet<>();
            Set<UUID> byBetter = new HashSet<>();
            values.forEach((kind, of) -> {
                Map<String, Set<UUID>> found = register.byIdentifiers(kind, of);
                byIdentifier.put(kind, new HashMap<>(found));
                found.values().forEach(kind == IdentifierKind.NAME ? candidates::addAll : byBetter::addAll);
            });
            candidates.addAll(byBetter);
            Map<UUID, Set<UUID>> thirdParties = register.thirdParties(candidates);
            thirdParties.values().forEach(candidates::addAll);
            thirdParties.values().forEach(byBetter::addAll);
            return new Looked(byIdentifier, thirdParties, candidates, byBetter);
        }
    }

    /**
     * Keeps these people from changing, and whom they were merged into: somebody whom an earlier part of the list brought may have been
     * merged since. Where one of them has been parted from another, what was looked up before may be the other's by now: the caller
     * looks again, once for each, as nobody parts them from here on.
     *
     * @return those who were not kept before
     */
    private static List<Subject> keep(ImportRegister register, Set<UUID> ids, Map<UUID, Subject> kept) {
        List<Subject> fresh = new ArrayList<>();
        Set<UUID> more = missing(ids.stream(), kept);
        while (!more.isEmpty()) {
            Map<UUID, Subject> found = register.people(more);
            kept.putAll(found);
            fresh.addAll(found.values());
            more = missing(found.values().stream().map(Subject::mergedInto).filter(Objects::nonNull), kept);
        }
        return fresh;
    }

    private static Set<UUID> missing(Stream<UUID> ids, Map<UUID, Subject> kept) {
        return ids.filter(id -> !kept.containsKey(id)).collect(Collectors.toSet());
    }

    boolean exists(UUID id) {
        return subjects.containsKey(id);
    }

    /** The person of this id, or into whom they were merged, perhaps just now: nobody merges them while the batch is written. */
    UUID surviving(UUID id) {
        return surviving(subjects, id);
    }

    private static UUID surviving(Map<UUID, Subject> subjects, UUID id) {
        Subject subject = subjects.get(id);
        return subject == null || subject.mergedInto() == null ? id : surviving(subjects, subject.mergedInto());
    }

    /** Whether somebody was merged into this person. */
    boolean isSurvivor(UUID id) {
        return survivors.contains(id);
    }

    boolean isErased(UUID id) {
        Subject subject = subjects.get(id);
        return subject != null && subject.erased();
    }

    boolean hasIdNumber(UUID id) {
        return withIdNumber.contains(id);
    }

    /** Living people of the group's role who have one of its identifiers of this kind; a fixed order. */
    List<UUID> sharing(DraftGroup group, IdentifierKind kind) {
        Map<String, Set<UUID>> found = byIdentifier.getOrDefault(kind, Map.of());
        Set<UUID> sharing = new LinkedHashSet<>();
        group.identified()
                .getOrDefault(kind, Set.of())
                .forEach(value -> sharing.addAll(found.getOrDefault(value, Set.of())));
        return ofRole(sharing, group);
    }

    /** As {@link #sharing(DraftGroup, IdentifierKind)} for one value. */
    List<UUID> sharing(DraftGroup group, IdentifierKind kind, String value) {
        return ofRole(byIdentifier.getOrDefault(kind, Map.of()).getOrDefault(value, Set.of()), group);
    }

    /** Living third parties of a client in the group's role. */
    List<UUID> thirdParties(UUID client, DraftGroup group) {
        return ofRole(thirdParties.getOrDefault(client, Set.of()), group);
    }

    private List<UUID> ofRole(Collection<UUID> ids, DraftGroup group) {
        List<UUID> fitting = new ArrayList<>();
        for (UUID id : ids.stream().map(this::surviving).distinct().toList()) {
            Subject subject = subjects.get(id);
            if (subject != null
                    && !subject.erased()
                    && subject.kind().name().equals(group.role().name())) {
                fitting.add(id);
            }
        }
        fitting.sort(null);
        return fitting;
    }
}
