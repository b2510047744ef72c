package io.shouxin.workflow.delegate;

import io.shouxin.request.RequestSteps;
import io.shouxin.workflow.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The point of no return; notes which systems hold something to erase. */
@ProcessBean("beginErasure")
class BeginErasure implements JavaDelegate {

    private final RequestSteps steps;

    BeginErasure(RequestSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> systems = steps.beginErasure(CaseId.of(execution));
        execution.setVariable(Variables.SYSTEMS, Variables.joined(systems));
        execution.setVariable(Variables.ANYTHING_TO_ERASE, !systems.isEmpty());
    }
}
