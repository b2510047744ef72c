package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestId;
import io.shouxin.workflow.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads from an execution the only two ids that a step needs. */
final class CaseId {

    private CaseId() {}

    static RequestId of(DelegateExecution execution) {
        return RequestId.of(execution.getProcessBusinessKey());
    }

    static String system(DelegateExecution execution) {
        return (String) execution.getVariable(Variables.SYSTEM);
    }
}
