package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the privacy officer that a task of the case stands at its date. */
@ProcessBean("escalate")
class Escalate implements JavaDelegate {

    private final RequestSteps steps;

    Escalate(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.escalate(CaseId.of(execution));
    }
}
