package io.shouxin.workflow.delegate;

import io.shouxin.sweep.SweepSteps;
import io.shouxin.workflow.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Destroys the part that was set apart and notes whether there is more. */
@ProcessBean("destroySweepPart")
class DestroySweepPart implements JavaDelegate {

    private final SweepSteps steps;

    DestroySweepPart(SweepSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.MORE_TO_DESTROY, steps.destroyBatch(CaseId.sweep(execution)));
    }
}
