package io.shouxin.workflow.delegate;

import io.shouxin.sweep.SweepSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Verifies that nothing is left of what a sweep destroyed. */
@ProcessBean("verifySweep")
class VerifySweep implements JavaDelegate {

    private final SweepSteps steps;

    VerifySweep(SweepSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.verify(CaseId.sweep(execution));
    }
}
