package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Interim restriction while the ground for erasure is arguable (PIPL 47). */
@ProcessBean("restrictProcessing")
class RestrictProcessing implements JavaDelegate {

    private final RequestSteps steps;

    RestrictProcessing(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.restrictProcessing(CaseId.of(execution));
    }
}
