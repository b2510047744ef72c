package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Answers and closes a request that the client took back. */
@ProcessBean("closeCancelled")
class CloseCancelled implements JavaDelegate {

    private final RequestSteps steps;

    CloseCancelled(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.closeCancelled(CaseId.of(execution));
    }
}
