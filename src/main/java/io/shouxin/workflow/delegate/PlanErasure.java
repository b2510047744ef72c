package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Writes down what is to be erased in one system, before anything is sent there. */
@ProcessBean("planErasure")
class PlanErasure implements JavaDelegate {

    private final RequestSteps steps;

    PlanErasure(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.planErasure(CaseId.of(execution), CaseId.system(execution));
    }
}
