package io.shouxin.record.internal;

import io.shouxin.record.NewRecord;
import io.shouxin.record.Purpose;
import io.shouxin.record.RecordGate;
import io.shouxin.record.imports.PersonGroups;
import io.shouxin.record.imports.ProblemCode;
import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.subject.IdentifierKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whom the people of a batch are: somebody known, or somebody new. The rules are those of
 * {@link io.shouxin.record.imports.PersonKey}, against the blind indexes; beyond them, a row that the firm has already word for word
 * is the same person again, so that the same list brought twice doubles nobody.
 */
@Component
class PersonMatcher {

    /** So many records are looked for at once: one name may be that of very many people. */
    private static final int ASKED_AT_ONCE = 2_000;

    private final RecordGate gate;
    private final ErasedPeople erased;

    PersonMatcher(RecordGate gate, ErasedPeople erased) {
        this.gate = gate;
        this.erased = erased;
    }

    /**
     * Whom a person of the file is.
     *
     * @param isNew whether they are to be created
     * @param possible who of the people known may be the same person, kept apart; of very many the first ones
     * @param shared their phones that so many have, in the list or on file, that nobody is asked because of them; with how many
     * @param refusal why nothing may be written about them, or null
     */
    record Identity(
            UUID subject,
            boolean isNew,
            Set<UUID> possible,
            Map<String, Integer> shared,
            @Nullable ProblemCode refusal) {}

    /**
     * @param register where they are looked for
     * @param groups clients first
     * @param clientOf the client in whose row a third party stands
     * @param recordsOf what the file says about a person, as records of a given subject
     */
    Map<DraftGroup, Identity> identify(
            ImportRegister register,
            ImportPlan plan,
            List<DraftGroup> groups,
            Map<DraftGroup, DraftGroup> clientOf,
            BiFunction<DraftGroup, UUID, List<NewRecord>> recordsOf) {
        KnownPeople known = KnownPeople.of(groups, clientOf::containsKey, register);
        Map<DraftGroup, List<UUID>> perhapsAgain = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> !clientOf.containsKey(group))
                .forEach(group -> perhapsAgain.put(group, again(plan, known, group)));
        Map<DraftGroup, UUID> again = havingAll(register, perhapsAgain, recordsOf);
        Map<DraftGroup, Found> found = new LinkedHashMap<>();
        Map<UUID, DraftGroup> taken = new HashMap<>();
        for (DraftGroup group : groups) {
            Found match = match(plan, known, taken, group);
            DraftGroup client = clientOf.get(group);
            if (match.subject == null) {
                UUID same = client == null
                        ? again.get(group)
                        : ofFamily(register, group, ofTheClient(known, group, found.get(client)), known, recordsOf);
                match = new Found(same, match.possible, match.shared);
            }
            found.put(group, match);
            if (match.subject != null) {
                taken.merge(match.subject, group, (first, next) -> Identified.hasIdNumber(first) ? first : next);
            }
        }
        return refusals(known, found, clientOf);
    }

    private record Found(@Nullable UUID subject, Set<UUID> possible, Map<String, Integer> shared) {

        static Found certain(UUID subject, Map<String, Integer> shared) {
            return new Found(subject, Set.of(), shared);
        }
    }

    private static Found match(ImportPlan plan, KnownPeople known, Map<UUID, DraftGroup> taken, DraftGroup group) {
        Map<String, Integer> shared = shared(plan, known, group);
        if (known.exists(group.ownId())) {
            return Found.certain(known.surviving(group.ownId()), shared);
        }
        for (UUID candidate : known.sharing(group, IdentifierKind.ID_NUMBER)) {
            if (mayBe(plan, group, candidate)) {
                return Found.certain(candidate, shared);
            }
        }
        List<UUID> byName = known.sharing(group, IdentifierKind.NAME);
        Set<UUID> asked = new LinkedHashSet<>();
        phones(group)
                .filter(phone -> !shared.containsKey(phone))
                .forEach(phone -> asked.addAll(known.sharing(group, IdentifierKind.PHONE, phone)));
        Set<UUID> possible = new LinkedHashSet<>();
        for (UUID candidate : known.sharing(group, IdentifierKind.PHONE)) {
            if (!mayBe(plan, group, candidate)) {
                continue;
            }
            boolean conflicting = Identified.hasIdNumber(group) && known.hasIdNumber(candidate);
            boolean free = isFree(known, taken, group, candidate);
            if (byName.contains(candidate) && !conflicting && free) {
                return Found.certain(candidate, shared);
            }
            if (asked.contains(candidate) && possible.size() < PersonGroups.COMPARED) {
                possible.add(candidate);
            }
        }
        return new Found(null, possible, shared);
    }

    private static Stream<String> phones(DraftGroup group) {
        return group.identified().getOrDefault(IdentifierKind.PHONE, Set.of()).stream();
    }

    /** The file's own people count in the file. */
    private static Map<String, Integer> shared(ImportPlan plan, KnownPeople known, DraftGroup group) {
        Map<String, Integer> shared = new LinkedHashMap<>();
        phones(group).forEach(phone -> {
            int onFile = (int) known.sharing(group, IdentifierKind.PHONE, phone).stream()
                    .filter(candidate -> mayBe(plan, group, candidate))
                    .count();
            int people = Math.max(plan.sharers(group.role(), phone), onFile > plan.sharedBy() ? onFile : 0);
            if (people > 0) {
                shared.put(phone, people);
            }
        });
        return shared;
    }

    /**
     * Two people of the file are one person on file only where that one was made of two; never two of different identity numbers,
     * which the file, having kept them apart, has found.
     */
    private static boolean isFree(KnownPeople known, Map<UUID, DraftGroup> taken, DraftGroup group, UUID candidate) {
        DraftGroup taker = taken.get(candidate);
        return taker == null
                || (known.isSurvivor(candidate) && !(Identified.hasIdNumber(group) && Identified.hasIdNumber(taker)));
    }

    /** The file itself has told its own people apart already. */
    private static boolean mayBe(ImportPlan plan, DraftGroup group, UUID candidate) {
        Integer own = plan.ownSheet(candidate);
        return own == null || own != group.sheet();
    }

    /** Who may have brought the very same row before: people of whom nothing is reliable enough to be told by. */
    private static List<UUID> again(ImportPlan plan, KnownPeople known, DraftGroup group) {
        if (group.isStrong()) {
            return List.of();
        }
        Set<UUID> candidates = new LinkedHashSet<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            candidates.addAll(known.sharing(group, kind));
        }
        return candidates.stream()
                .filter(candidate -> mayBe(plan, group, candidate))
                .toList();
    }

    private static List<UUID> ofTheClient(KnownPeople known, DraftGroup group, @Nullable Found client) {
        return client == null || client.subject == null || group.isStrong()
                ? List.of()
                : known.thirdParties(client.subject, group);
    }

    /** A child is told by name within the family; whoever has no name, by having every record already. */
    private @Nullable UUID ofFamily(
            ImportRegister register,
            DraftGroup group,
            List<UUID> candidates,
            KnownPeople known,
            BiFunction<DraftGroup, UUID, List<NewRecord>> recordsOf) {
        if (candidates.isEmpty()) {
            return null;
        }
        List<UUID> named = new ArrayList<>(known.sharing(group, IdentifierKind.NAME));
        named.retainAll(candidates);
        return named.isEmpty()
                ? havingAll(register, Map.of(group, candidates), recordsOf).get(group)
                : named.get(0);
    }

    /** Of the candidates of each group the first who has every record of it that was not erased; asked about many at a time. */
    private Map<DraftGroup, UUID> havingAll(
            ImportRegister register,
            Map<DraftGroup, List<UUID>> candidates,
            BiFunction<DraftGroup, UUID, List<NewRecord>> recordsOf) {
        Map<DraftGroup, UUID> having = new HashMap<>();
        List<Asked> asked = new ArrayList<>();
        int records = 0;
        for (Map.Entry<DraftGroup, List<UUID>> each : candidates.entrySet()) {
            for (UUID candidate : each.getValue()) {
                asked.add(new Asked(each.getKey(), candidate, recordsOf.apply(each.getKey(), candidate)));
                records += asked.get(asked.size() - 1).records.size();
                if (records >= ASKED_AT_ONCE) {
                    answer(register, asked, having);
                    asked.clear();
                    records = 0;
                }
            }
        }
        answer(register, asked, having);
        return having;
    }

    private record Asked(DraftGroup group, UUID candidate, List<NewRecord> records) {}

    private void answer(ImportRegister register, List<Asked> asked, Map<DraftGroup, UUID> having) {
        List<NewRecord> wanted =
                asked.stream().flatMap(each -> each.records.stream()).toList();
        Set<NewRecord> gone = erased.among(register, wanted);
        List<NewRecord> kept =
                wanted.stream().filter(record -> !gone.contains(record)).toList();
        Iterator<Boolean> known = register.known(kept).iterator();
        for (Asked each : asked) {
            int left = 0;
            boolean all = true;
            for (NewRecord record : each.records) {
                if (!gone.contains(record)) {
                    left++;
                    all &= known.next();
                }
            }
            if (left > 0 && all) {
                having.putIfAbsent(each.group, each.candidate);
            }
        }
    }

    /** Those of these records that would bring back what was erased of somebody known. */
    Set<NewRecord> erasedEarlier(ImportRegister register, Collection<NewRecord> wanted) {
        return erased.among(register, wanted);
    }

    private Map<DraftGroup, Identity> refusals(
            KnownPeople known, Map<DraftGroup, Found> found, Map<DraftGroup, DraftGroup> clientOf) {
        Set<UUID> matched = found.values().stream()
                .map(Found::subject)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> restricted = gate.refusedPeople(matched, Purpose.IMPORT).keySet();
        Set<DraftGroup> erasedEarlier = erased.among(
                found.entrySet().stream()
                        .filter(each -> each.getValue().subject() == null)
                        .map(Map.Entry::getKey)
                        .toList(),
                clientOf);
        Map<DraftGroup, Identity> identities = new LinkedHashMap<>();
        found.forEach((group, match) -> {
            UUID subject = match.subject == null ? group.ownId() : match.subject;
            ProblemCode refusal = null;
            if (restricted.contains(subject)) {
                refusal = ProblemCode.RESTRICTED;
            } else if (known.isErased(subject) || erasedEarlier.contains(group)) {
                refusal = ProblemCode.ERASED_EARLIER;
            }
            identities.put(group, new Identity(subject, match.subject == null, match.possible, match.shared, refusal));
        });
        return identities;
    }
}
