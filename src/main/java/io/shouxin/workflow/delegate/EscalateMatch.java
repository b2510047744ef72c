package io.shouxin.workflow.delegate;

import io.shouxin.match.MatchSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Tells the privacy officer that a possible match stands at its date. */
@ProcessBean("escalateMatch")
class EscalateMatch implements JavaDelegate {

    private final MatchSteps steps;

    EscalateMatch(MatchSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.escalate(CaseId.match(execution));
    }
}
