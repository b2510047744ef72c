package io.shouxin.workflow.delegate;

import io.shouxin.sweep.SweepSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Issues the certificate of a sweep and closes it. */
@ProcessBean("certifySweep")
class CertifySweep implements JavaDelegate {

    private final SweepSteps steps;

    CertifySweep(SweepSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.certify(CaseId.sweep(execution));
    }
}
