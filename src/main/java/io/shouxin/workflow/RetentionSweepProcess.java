package io.shouxin.workflow;

/** Names of {@code retention-sweep.bpmn} that Java speaks of. */
final class RetentionSweepProcess {

    static final String KEY = "retention-sweep";
    static final String APPROVAL = "sweep-approval";
    static final String CONFIRMATION = "sweep-confirmation";

    private RetentionSweepProcess() {}
}
