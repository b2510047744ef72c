package io.shouxin.workflow.delegate;

import io.shouxin.match.MatchSteps;
import io.shouxin.request.RequestSteps;
import io.shouxin.workflow.Variables;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What the models may ask about a case in an expression: dates for timers and answers for gateways. The only bean whose methods
 * an expression can call.
 */
@ProcessBean("facts")
public class CaseFacts {

    private final RequestSteps steps;
    private final MatchSteps matches;

    CaseFacts(RequestSteps steps, MatchSteps matches) {
        this.steps = steps;
        this.matches = matches;
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(steps.dueAt(CaseId.of(execution)));
    }

    public Date proofDueAt(DelegateExecution execution) {
        return Date.from(steps.proofDueAt(CaseId.of(execution)));
    }

    public Date matchDueAt(DelegateExecution execution) {
        return Date.from(matches.dueAt(CaseId.match(execution)));
    }

    public boolean asksOnly(DelegateExecution execution) {
        return steps.asksOnly(CaseId.of(execution));
    }

    public boolean owesCall(DelegateExecution execution) {
        return steps.owesCall(CaseId.of(execution));
    }

    public boolean owesLook(DelegateExecution execution) {
        return steps.owesLook(CaseId.of(execution));
    }

    public boolean needsAuthority(DelegateExecution execution) {
        return steps.needsAuthority(CaseId.of(execution));
    }

    public boolean authorityRefused(DelegateExecution execution) {
        return steps.authorityRefused(CaseId.of(execution));
    }

    /** Neither confirmed nor refused: the requester was waited for in vain. */
    public boolean papersMissing(DelegateExecution execution) {
        return needsAuthority(execution) && !authorityRefused(execution);
    }

    public boolean papersAtHand(DelegateExecution execution) {
        return steps.papersAtHand(CaseId.of(execution));
    }

    public boolean needsOfficer(DelegateExecution execution) {
        return steps.needsOfficer(CaseId.of(execution));
    }

    public boolean needsNoReview(DelegateExecution execution) {
        return steps.needsNoReview(CaseId.of(execution));
    }

    public boolean needsSecondReview(DelegateExecution execution) {
        return steps.needsSecondReview(CaseId.of(execution));
    }

    public List<String> systems(DelegateExecution execution) {
        return Variables.separated((String) execution.getVariable(Variables.SYSTEMS));
    }
}
