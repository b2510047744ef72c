package io.shouxin.request.internal;

import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.HeldRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which branch a new case goes to: always an open one, which stays open until the case stands. */
final class CaseBranches {

    private final Firms firms;

    CaseBranches(Firms firms) {
        this.firms = firms;
    }

    /**
     * The open branch that holds most of the person's records; where none of them is open, the first open one of the others, or of the
     * firm.
     *
     * @param otherwise in order of preference
     */
    UUID of(Collection<HeldRecord> held, List<UUID> otherwise) {
        List<UUID> open = firms.openBranches().stream().map(Branch::id).toList();
        UUID chosen = held.stream()
                .map(HeldRecord::branchId)
                .filter(open::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<UUID, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .or(() -> otherwise.stream().filter(Set.copyOf(open)::contains).findFirst())
                .orElseGet(() -> open.get(0));
        firms.requireOpen(chosen, "/branchId");
        return chosen;
    }
}
