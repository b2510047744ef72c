package io.shouxin.request;

import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import java.util.List;

/**
 * What the table of refusal reasons asks about a request.
 *
 * @param anythingHeld whether anything that the request speaks of is held
 * @param openClaim whether the register has an open claim that what is held could prove
 * @param anythingSealed whether a seal closes any of it
 */
public record RefusalFacts(
        RequestType type, Requester requester, boolean anythingHeld, boolean openClaim, boolean anythingSealed) {

    public static RefusalFacts of(SubjectRequest request, List<RecordDecision> decisions) {
        return new RefusalFacts(
                request.type(),
                request.capacity().requester(),
                !decisions.isEmpty(),
                decisions.stream().anyMatch(decision -> decision.proposed().reason() == DecisionReason.OPEN_CLAIM),
                decisions.stream().anyMatch(decision -> decision.outcome() == Outcome.HELD));
    }
}
