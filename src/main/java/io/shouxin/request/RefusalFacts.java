package io.shouxin.request;

import java.util.List;

/**
 * What the table of refusal reasons asks about a request.
 *
 * @param anythingHeld whether anything that the request speaks of is held
 */
public record RefusalFacts(RequestType type, Requester requester, boolean anythingHeld) {

    /** Requests are taken in from the person themselves so far; those of relatives will say so. */
    public static RefusalFacts of(SubjectRequest request, List<RecordDecision> decisions) {
        return new RefusalFacts(request.type(), Requester.SUBJECT, !decisions.isEmpty());
    }
}
