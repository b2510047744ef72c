package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import io.shouxin.workflow.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** One system with something left is enough to fail the whole. */
@ProcessBean("verifyErasure")
class VerifyErasure implements JavaDelegate {

    private final RequestSteps steps;

    VerifyErasure(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean nothingLeft = steps.verifyErasure(CaseId.of(execution), CaseId.system(execution));
        boolean soFar = !Boolean.FALSE.equals(execution.getVariable(Variables.ERASURE_VERIFIED));
        execution.getProcessInstance().setVariable(Variables.ERASURE_VERIFIED, soFar && nothingLeft);
    }
}
