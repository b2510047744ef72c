package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Puts the case before a second person. */
@ProcessBean("openSecondReview")
class OpenSecondReview implements JavaDelegate {

    private final RequestSteps steps;

    OpenSecondReview(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.openSecondReview(CaseId.of(execution));
    }
}
