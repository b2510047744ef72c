package io.shouxin.workflow.delegate;

import io.shouxin.sweep.SweepSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Sets apart the next part of a sweep. */
@ProcessBean("planSweepPart")
class PlanSweepPart implements JavaDelegate {

    private final SweepSteps steps;

    PlanSweepPart(SweepSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.planBatch(CaseId.sweep(execution));
    }
}
