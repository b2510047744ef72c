package io.shouxin.workflow;

/** Names of {@code fulfil-in-systems.bpmn} that Java speaks of. */
final class FulfilInSystemsProcess {

    static final String KEY = "fulfil-in-systems";
    static final String PLAN_ERASURE = "plan-erasure";
    static final String DISPATCH_ERASURE = "dispatch-erasure";
    static final String VERIFY_ERASURE = "verify-erasure";

    private FulfilInSystemsProcess() {}
}
