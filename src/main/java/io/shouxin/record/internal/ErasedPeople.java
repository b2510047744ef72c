package io.shouxin.record.internal;

import io.shouxin.record.ErasureLedger;
import io.shouxin.record.ErasureLedger.Mark;
import io.shouxin.record.NewRecord;
import io.shouxin.record.internal.ImportPlan.DraftGroup;
import io.shouxin.subject.IdentifierKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares what a list brings with the erasure ledger. Who was erased, or what was erased of somebody, is not brought back by an old
 * list; somebody decides (PIPL 47).
 */
@Component
class ErasedPeople {

    private final ErasureLedger ledger;

    ErasedPeople(ErasureLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Those of these new people of whom something was erased.
     *
     * @param clientOf the client in whose row a third party stands
     */
    Set<DraftGroup> among(Collection<DraftGroup> people, Map<DraftGroup, DraftGroup> clientOf) {
        Map<Mark, Set<DraftGroup>> byMark = new HashMap<>();
        for (DraftGroup person : people) {
            marks(person, clientOf).forEach(mark -> byMark.computeIfAbsent(mark, m -> new LinkedHashSet<>())
                    .add(person));
        }
        Set<DraftGroup> erased = new HashSet<>();
        ledger.known(byMark.keySet()).forEach(mark -> erased.addAll(byMark.getOrDefault(mark, Set.of())));
        return erased;
    }

    private static Set<Mark> marks(DraftGroup person, Map<DraftGroup, DraftGroup> clientOf) {
        Map<IdentifierKind, Set<String>> own = person.identified();
        Set<Mark> marks = new LinkedHashSet<>(ErasureLedger.marks(own));
        DraftGroup client = clientOf.get(person);
        if (client != null) {
            Set<String> called = own.getOrDefault(IdentifierKind.NAME, Set.of());
            marks.addAll(ErasureLedger.marksOfThirdParty(
                    client.identified(), called.isEmpty() ? birthDates(person) : called));
        }
        return marks;
    }

    private static Set<String> birthDates(DraftGroup person) {
        return person.summary().birthDates().stream().map(LocalDate::toString).collect(Collectors.toSet());
    }

    /**
     * Those of these records of known people that would bring back what was erased: of a category of which something was erased, and
     * none that was kept word for word.
     */
    Set<NewRecord> among(ImportRegister register, Collection<NewRecord> wanted) {
        List<NewRecord> doubtful = List.copyOf(ledger.erasedEarlier(wanted));
        List<Boolean> kept = register.known(doubtful);
        Set<NewRecord> erased = new HashSet<>();
        for (int i = 0; i < doubtful.size(); i++) {
            if (!kept.get(i)) {
                erased.add(doubtful.get(i));
            }
        }
        return erased;
    }
}
