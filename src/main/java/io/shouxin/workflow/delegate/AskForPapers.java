package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The requester owes papers of authority; the clock rests until they come. */
@ProcessBean("askForPapers")
class AskForPapers implements JavaDelegate {

    private final RequestSteps steps;

    AskForPapers(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.askForPapers(CaseId.of(execution));
    }
}
