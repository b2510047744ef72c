package io.shouxin.request;

import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the table of refusal reasons asks about a request.
 *
 * @param anythingHeld whether anything that the request speaks of is held
 * @param openClaim whether the register has an open claim that what is held could prove
 * @param anythingSealed whether a seal closes any of it
 * @param kinshipShown whether papers showed who asks, that the person has died, and how they are related
 */
public record RefusalFacts(
        RequestType type,
        Requester requester,
        boolean anythingHeld,
        boolean openClaim,
        boolean anythingSealed,
        boolean kinshipShown) {

    private static final Set<Need> KINSHIP = Set.of(Need.IDENTITY, Need.DEATH, Need.KINSHIP);

    /** Before anything was shown of somebody deceased. */
    public RefusalFacts(
            RequestType type, Requester requester, boolean anythingHeld, boolean openClaim, boolean anythingSealed) {
        this(type, requester, anythingHeld, openClaim, anythingSealed, false);
    }

    /**
     * At the check of the authority, where nothing of the person is looked at yet.
     *
     * @param asked what has to be shown
     * @param seen the papers that were
     */
    public static RefusalFacts ofAuthority(SubjectRequest request, List<AskedNeed> asked, Set<Paper> seen) {
        Set<Need> shown = asked.stream()
                .filter(need -> need.isMetBy(seen))
                .map(AskedNeed::need)
                .collect(Collectors.toSet());
        return new RefusalFacts(
                request.type(), request.capacity().requester(), false, false, false, shown.containsAll(KINSHIP));
    }

    public static RefusalFacts of(SubjectRequest request, List<RecordDecision> decisions) {
        return new RefusalFacts(
                request.type(),
                request.capacity().requester(),
                !decisions.isEmpty(),
                decisions.stream().anyMatch(decision -> decision.proposed().reason() == DecisionReason.OPEN_CLAIM),
                decisions.stream().anyMatch(decision -> decision.outcome() == Outcome.HELD));
    }
}
