package io.shouxin.workflow;

/** Names of {@code identity-verification.bpmn} that Java speaks of. */
final class IdentityVerificationProcess {

    static final String KEY = "identity-verification";
    static final String CHECK_IDENTITY = "check-identity";
    static final String SEE_PROOF = "see-proof";
    static final String SEE_PROOF_DUE = "see-proof-due";
    static final String PLAN_CALL = "plan-call";
    static final String CALL_CLIENT = "call-client";
    static final String CALL_CLIENT_DUE = "call-client-due";
    static final String ASK_FOR_PROOF = "ask-for-proof";
    static final String AWAIT_PROOF = "await-proof";
    static final String PROOF_OVERDUE = "proof-overdue";
    static final String ACCEPT_PROOF = "accept-proof";

    /** Name of the message that proof has come. */
    static final String PROOF_RECEIVED_MESSAGE = "proof-received";

    private IdentityVerificationProcess() {}
}
