package io.shouxin.benchmark;

import io.shouxin.workflow.Variables;
import io.shouxin.workflow.delegate.ProcessBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Profile;

/** Every delegate of the floor: does nothing but set the flags that send the process the product's way. */
@ProcessBean("emptyStep")
@Profile("benchmark")
class EmptyStep implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        switch (execution.getCurrentActivityId()) {
            case "check-identity" -> execution.setVariable(Variables.IDENTITY_PROVEN, true);
            case "begin-erasure" -> {
                execution.setVariable(Variables.SYSTEMS, "vault");
                execution.setVariable(Variables.ANYTHING_TO_ERASE, true);
            }
            case "verify-erasure" -> execution.getProcessInstance().setVariable(Variables.ERASURE_VERIFIED, true);
            default -> {}
        }
    }
}
