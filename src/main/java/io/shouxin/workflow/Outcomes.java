package io.shouxin.workflow;

import java.util.Map;
import java.util.Set;

/** Which outcome codes each user task knows; the gateways of the models branch on them. */
final class Outcomes {

    static final String APPROVED = "APPROVED";
    static final String REFUSED = "REFUSED";
    static final String ASK_CLIENT = "ASK_CLIENT";
    static final String LINKED = "LINKED";
    static final String RETURNED = "RETURNED";
    static final String DECIDED = "DECIDED";
    static final String PROOF_SEEN = "PROOF_SEEN";
    static final String NOT_REACHED = "NOT_REACHED";
    static final String NOT_ENOUGH = "NOT_ENOUGH";
    static final String CONFIRMED = "CONFIRMED";
    static final String PAPERS_CAME = "PAPERS_CAME";
    static final String RETRY = "RETRY";
    static final String NEEDS_SECOND = "NEEDS_SECOND";
    static final String REJECTED = "REJECTED";
    static final String MERGED = "MERGED";
    static final String KEPT_APART = "KEPT_APART";

    private static final Map<String, Set<String>> BY_TASK = Map.ofEntries(
            Map.entry(DeletionRequestProcess.OFFICER_DECISIONS, Set.of(DECIDED)),
            Map.entry(DeletionRequestProcess.REVIEW_DECISIONS, Set.of(APPROVED, REFUSED, ASK_CLIENT, LINKED)),
            Map.entry(DeletionRequestProcess.SECOND_REVIEW, Set.of(APPROVED, RETURNED)),
            Map.entry(DeletionRequestProcess.ERASURE_FAILED, Set.of(RETRY)),
            Map.entry(RetentionSweepProcess.APPROVAL, Set.of(APPROVED, NEEDS_SECOND, REJECTED)),
            Map.entry(RetentionSweepProcess.CONFIRMATION, Set.of(APPROVED, RETURNED)),
            Map.entry(MatchReviewProcess.COMPARE, Set.of(MERGED, KEPT_APART)),
            Map.entry(IdentityVerificationProcess.SEE_PROOF, Set.of(PROOF_SEEN, NOT_ENOUGH)),
            Map.entry(IdentityVerificationProcess.CALL_CLIENT, Set.of(PROOF_SEEN, NOT_REACHED)),
            Map.entry(IdentityVerificationProcess.AWAIT_PROOF, Set.of(PROOF_SEEN)),
            Map.entry(AuthorityVerificationProcess.CHECK_AUTHORITY, Set.of(CONFIRMED, NOT_ENOUGH, REFUSED)),
            Map.entry(AuthorityVerificationProcess.AWAIT_PAPERS, Set.of(PAPERS_CAME)),
            Map.entry(TechnicalIncidents.KIND, Set.of(RETRY)));

    private Outcomes() {}

    static boolean isKnown(String code) {
        return BY_TASK.values().stream().anyMatch(codes -> codes.contains(code));
    }

    /** Refuses any variable but the outcome and any outcome that the task does not know. */
    static void check(String task, Map<String, String> variables) {
        Set<String> codes = BY_TASK.getOrDefault(task, Set.of());
        if (!variables.keySet().equals(Set.of(Variables.OUTCOME))
                || !codes.contains(variables.get(Variables.OUTCOME))) {
            throw new IllegalArgumentException("Task %s takes only %s of %s".formatted(task, Variables.OUTCOME, codes));
        }
    }
}
