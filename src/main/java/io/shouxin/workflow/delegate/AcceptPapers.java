package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Papers of authority came; the clock runs on. */
@ProcessBean("acceptPapers")
class AcceptPapers implements JavaDelegate {

    private final RequestSteps steps;

    AcceptPapers(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.acceptPapers(CaseId.of(execution));
    }
}
