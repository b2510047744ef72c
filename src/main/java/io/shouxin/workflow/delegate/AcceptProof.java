package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The clock runs on. */
@ProcessBean("acceptProof")
class AcceptProof implements JavaDelegate {

    private final RequestSteps steps;

    AcceptProof(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.acceptProof(CaseId.of(execution));
    }
}
