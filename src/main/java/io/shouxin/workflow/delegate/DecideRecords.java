package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Proposes a decision for every record by the retention rules. */
@ProcessBean("decideRecords")
class DecideRecords implements JavaDelegate {

    private final RequestSteps steps;

    DecideRecords(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.decideRecords(CaseId.of(execution));
    }
}
