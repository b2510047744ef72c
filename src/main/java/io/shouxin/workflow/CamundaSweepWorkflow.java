package io.shouxin.workflow;

import io.shouxin.sweep.SweepWorkflow;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The process of a retention sweep. */
@Component
class CamundaSweepWorkflow implements SweepWorkflow {

    private final RuntimeService runtime;

    CamundaSweepWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(UUID sweep) {
        runtime.startProcessInstanceByKey(RetentionSweepProcess.KEY, sweep.toString());
    }
}
