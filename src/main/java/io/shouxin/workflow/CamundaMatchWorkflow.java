package io.shouxin.workflow;

import io.shouxin.match.MatchWorkflow;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process of a possible match. */
@Component
class CamundaMatchWorkflow implements MatchWorkflow {

    private final RuntimeService runtime;

    CamundaMatchWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(UUID match) {
        runtime.startProcessInstanceByKey(MatchReviewProcess.KEY, match.toString());
    }

    @Override
    public void vanished(UUID match) {
        runtime.createMessageCorrelation(MatchReviewProcess.VANISHED)
                .processInstanceBusinessKey(match.toString())
                .correlate();
    }
}
