package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Letter and, where anything was erased, certificate. */
@ProcessBean("answer")
class Answer implements JavaDelegate {

    private final RequestSteps steps;

    Answer(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.answer(CaseId.of(execution));
    }
}
