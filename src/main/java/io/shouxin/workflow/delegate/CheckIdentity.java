package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import io.shouxin.workflow.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Looks whether the proof at hand suffices for what is asked (PIPL 50: the person must be who they say). */
@ProcessBean("checkIdentity")
class CheckIdentity implements JavaDelegate {

    private final RequestSteps steps;

    CheckIdentity(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.IDENTITY_PROVEN, steps.identitySuffices(CaseId.of(execution)));
    }
}
