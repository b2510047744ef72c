package io.shouxin.workflow.delegate;

import io.shouxin.sweep.SweepSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the privacy officer that a task of a sweep stands at its date. */
@ProcessBean("escalateSweep")
class EscalateSweep implements JavaDelegate {

    private final SweepSteps steps;

    EscalateSweep(SweepSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.escalate(CaseId.sweep(execution));
    }
}
