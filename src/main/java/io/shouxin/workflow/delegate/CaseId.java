package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestId;
import io.shouxin.workflow.Variables;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads from an execution the only ids that a step needs. */
final class CaseId {

    private CaseId() {}

    static RequestId of(DelegateExecution execution) {
        return RequestId.of(execution.getProcessBusinessKey());
    }

    static UUID sweep(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID match(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static String system(DelegateExecution execution) {
        return (String) execution.getVariable(Variables.SYSTEM);
    }
}
