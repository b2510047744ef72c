package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Puts the case before the clerk, also when the second person has returned it. */
@ProcessBean("openReview")
class OpenReview implements JavaDelegate {

    private final RequestSteps steps;

    OpenReview(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.openReview(CaseId.of(execution));
    }
}
