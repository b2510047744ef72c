package io.shouxin.workflow;

/** Names of {@code match-review.bpmn} that Java speaks of. */
final class MatchReviewProcess {

    static final String KEY = "match-review";
    static final String COMPARE = "compare-people";

    /** One of the two is nobody to compare any more. */
    static final String VANISHED = "match-vanished";

    private MatchReviewProcess() {}
}
