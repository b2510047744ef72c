package io.shouxin.workflow.delegate;

import io.shouxin.workflow.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** The reviewer wants more proof, whatever the check of the proof at hand says; of a client just recognised it is what counts. */
@ProcessBean("demandProof")
class DemandProof implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(Variables.PROOF_DEMANDED, "ASK_CLIENT".equals(execution.getVariable(Variables.OUTCOME)));
    }
}
