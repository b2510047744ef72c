package io.shouxin.request;

import io.shouxin.shared.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a decided case goes to a second person who has not touched it. The process, the clerk's page and the second person's page ask the
 * same question here, so that nobody is told anything else than what happens.
 */
public enum SecondReviewGround {
    /** The whole request is refused. */
    REFUSED,
    /** Something is kept. */
    KEPT,
    /** A person erases what the rules would have kept. */
    ERASED_AGAINST_THE_RULES,
    /**
     * Something is erased on the word of one person alone: whoever decides has also vouched for the client's identity. What the client
     * proved online, and what a colleague has seen or heard, is somebody else's word.
     */
    OWN_ATTESTATION,
    /** Something is erased because somebody else than the person asked for it: one clerk alone found that they may. */
    FOR_ANOTHER;

    /**
     * @param decisions as they stand, or as they would with changes not sent yet
     * @param events in the order in which they happened
     * @param decider who decides the case, null where nobody has
     */
    public static Set<SecondReviewGround> of(
            SubjectRequest request, List<RecordDecision> decisions, List<CaseEvent> events, @Nullable UUID decider) {
        Set<SecondReviewGround> grounds = EnumSet.noneOf(SecondReviewGround.class);
        boolean refused = request.refusalCode() != null;
        if (refused) {
            grounds.add(REFUSED);
        }
        if (decisions.stream().anyMatch(decision -> !decision.erases())) {
            grounds.add(KEPT);
        }
        if (decisions.stream().anyMatch(RecordDecision::erasesAgainstTheRules)) {
            grounds.add(ERASED_AGAINST_THE_RULES);
        }
        boolean erases = !refused && decisions.stream().anyMatch(RecordDecision::erases);
        if (erases && decider != null && decider.equals(attestedBy(events))) {
            grounds.add(OWN_ATTESTATION);
        }
        if (erases && request.capacity().isForAnother()) {
            grounds.add(FOR_ANOTHER);
        }
        return grounds;
    }

    /** As {@link #of(SubjectRequest, List, List, UUID)}, of a case that a clerk has decided. */
    public static Set<SecondReviewGround> ofDecided(
            SubjectRequest request, List<RecordDecision> decisions, List<CaseEvent> events) {
        return of(request, decisions, events, decidedBy(events));
    }

    /** The member of the firm on whose word the identity rests, by the rule of {@link SubjectRequest#recognise}; null for the client. */
    private static @Nullable UUID attestedBy(List<CaseEvent> events) {
        Proof proof = Proof.NONE;
        UUID by = null;
        for (CaseEvent event : events) {
            String method = event.detail();
            if (event.kind() != CaseEvent.Kind.IDENTITY_CONFIRMED || method == null) {
                continue;
            }
            Proof given = ProofMethod.valueOf(method).proof();
            if (given.atLeast(proof)) {
                proof = given;
                by = event.actor() == Actor.Kind.STAFF ? event.actorId() : null;
            }
        }
        return by;
    }

    private static @Nullable UUID decidedBy(List<CaseEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == CaseEvent.Kind.REVIEWED)
                .reduce((first, last) -> last)
                .map(CaseEvent::actorId)
                .orElse(null);
    }
}
