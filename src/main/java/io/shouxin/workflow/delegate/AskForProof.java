package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import io.shouxin.workflow.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The clock rests while the client owes proof; until it comes, nothing is proven. */
@ProcessBean("askForProof")
class AskForProof implements JavaDelegate {

    private final RequestSteps steps;

    AskForProof(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.askForProof(CaseId.of(execution));
        execution.setVariable(Variables.IDENTITY_PROVEN, false);
    }
}
