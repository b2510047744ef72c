package io.shouxin.workflow;

/** Names of {@code deletion-request.bpmn} that Java speaks of. */
final class DeletionRequestProcess {

    static final String KEY = "deletion-request";
    static final String VERIFY_IDENTITY = "verify-identity";
    static final String VERIFY_AUTHORITY = "verify-authority";
    static final String RESTRICT_PROCESSING = "restrict-processing";
    static final String DECIDE_RECORDS = "decide-records";
    static final String OFFICER_DECISIONS = "officer-decisions";
    static final String REVIEW_DECISIONS = "review-decisions";
    static final String SECOND_REVIEW = "second-review";
    static final String CANCELLED = "cancelled";
    static final String CLOSE_CANCELLED = "close-cancelled";
    static final String CLOSE_WITHOUT_PROOF = "close-without-proof";
    static final String BEGIN_ERASURE = "begin-erasure";
    static final String ERASE_IN_SYSTEMS = "erase-in-systems";
    static final String ERASURE_FAILED = "erasure-failed";
    static final String ANSWER = "answer";
    static final String CLOSE_CASE = "close-case";

    /** Name of the message by which a client takes the request back. */
    static final String CANCELLED_MESSAGE = "cancelled";

    /** Name of the message that something which decisions rest on has changed. */
    static final String FACTS_CHANGED_MESSAGE = "facts-changed";

    private DeletionRequestProcess() {}
}
