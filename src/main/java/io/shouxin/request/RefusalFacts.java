package io.shouxin.request;

import io.shouxin.retention.DecisionReason;
import java.util.List;

/**
 * What the table of refusal reasons asks about a request.
 *
 * @param anythingHeld whether anything that the request speaks of is held
 * @param openClaim whether the register has an open claim that what is held could prove
 */
public record RefusalFacts(RequestType type, Requester requester, boolean anythingHeld, boolean openClaim) {

    /** Requests are taken in from the person themselves so far; those of relatives will say so. */
    public static RefusalFacts of(SubjectRequest request, List<RecordDecision> decisions) {
        return new RefusalFacts(
                request.type(),
                Requester.SUBJECT,
                !decisions.isEmpty(),
                decisions.stream().anyMatch(decision -> decision.proposed().reason() == DecisionReason.OPEN_CLAIM));
    }
}
