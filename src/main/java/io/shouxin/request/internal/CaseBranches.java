package io.shouxin.request.internal;

import io.shouxin.inbox.StaffDirectory;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.HeldRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which branch a new case goes to: always an open one, which stays open until the case stands. */
@Component
class CaseBranches {

    private final Firms firms;
    private final StaffDirectory staff;

    CaseBranches(Firms firms, StaffDirectory staff) {
        this.firms = firms;
        this.staff = staff;
    }

    /**
     * The open branch that holds most of the person's records. Where none of them is open, one in which people of the closed one work,
     * so that whoever has the case may see the person; else the first open one of the others, or of the firm.
     *
     * @param otherwise in order of preference
     */
    UUID of(Collection<HeldRecord> held, List<UUID> otherwise) {
        UUID chosen = choose(held, otherwise);
        if (firms.holdOpen(chosen)) {
            return chosen;
        }
        // Somebody closed it a moment ago; whoever asks did not choose it and shall not hear of it.
        UUID again = choose(held, otherwise);
        firms.requireOpen(again, "/branchId");
        return again;
    }

    private UUID choose(Collection<HeldRecord> held, List<UUID> otherwise) {
        List<UUID> open = firms.openBranches().stream().map(Branch::id).toList();
        return most(held.stream().map(HeldRecord::branchId).filter(open::contains))
                .or(() -> near(held, open, otherwise))
                .or(() -> otherwise.stream().filter(open::contains).findFirst())
                .orElseGet(() -> open.get(0));
    }

    /** Where most of those work who also have a branch that holds something of the person; a preferred branch comes first. */
    private Optional<UUID> near(Collection<HeldRecord> held, List<UUID> open, List<UUID> otherwise) {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> holding = held.stream().map(HeldRecord::branchId).collect(Collectors.toSet());
        List<UUID> shared = staff.working().stream()
                .filter(person -> holding.stream().anyMatch(person::sees))
                .flatMap(person -> person.branches().stream())
                .filter(open::contains)
                .toList();
        return otherwise.stream().filter(shared::contains).findFirst().or(() -> most(shared.stream()));
    }

    private static Optional<UUID> most(Stream<UUID> branches) {
        return branches.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<UUID, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
