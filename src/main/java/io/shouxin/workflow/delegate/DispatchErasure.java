package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Sends what was planned; after a crash it reconciles first. */
@ProcessBean("dispatchErasure")
class DispatchErasure implements JavaDelegate {

    private final RequestSteps steps;

    DispatchErasure(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.dispatchErasure(CaseId.of(execution), CaseId.system(execution));
    }
}
