package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The firm owes the client a call; the clock runs on. */
@ProcessBean("planCall")
class PlanCall implements JavaDelegate {

    private final RequestSteps steps;

    PlanCall(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.planCall(CaseId.of(execution));
    }
}
