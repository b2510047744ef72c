package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Ends restriction and clock. */
@ProcessBean("closeCase")
class CloseCase implements JavaDelegate {

    private final RequestSteps steps;

    CloseCase(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.close(CaseId.of(execution));
    }
}
