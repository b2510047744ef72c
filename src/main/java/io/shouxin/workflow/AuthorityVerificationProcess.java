package io.shouxin.workflow;

/** Names of {@code authority-verification.bpmn} that Java speaks of. */
final class AuthorityVerificationProcess {

    static final String KEY = "authority-verification";
    static final String CHECK_AUTHORITY = "check-authority";
    static final String CHECK_AUTHORITY_DUE = "check-authority-due";
    static final String ASK_FOR_PAPERS = "ask-for-papers";
    static final String AWAIT_PAPERS = "await-papers";
    static final String PAPERS_OVERDUE = "papers-overdue";
    static final String ACCEPT_PAPERS = "accept-papers";

    private AuthorityVerificationProcess() {}
}
