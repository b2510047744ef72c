package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Answers that the case is closed for want of proof and can be reopened. */
@ProcessBean("closeWithoutProof")
class CloseWithoutProof implements JavaDelegate {

    private final RequestSteps steps;

    CloseWithoutProof(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.closeWithoutProof(CaseId.of(execution));
    }
}
