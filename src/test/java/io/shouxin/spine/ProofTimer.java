package io.shouxin.spine;

import io.shouxin.request.RequestId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The engine's timer for proof that the client owes. */
@Component
public class ProofTimer {

    private final RuntimeService runtime;
    private final ManagementService jobs;

    ProofTimer(RuntimeService runtime, ManagementService jobs) {
        this.runtime = runtime;
        this.jobs = jobs;
    }

    boolean runs(RequestId id) {
        return !of(id).isEmpty();
    }

    /** As if the client's time had passed. */
    public void runOut(RequestId id) {
        of(id).forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<Job> of(RequestId id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream()
                .flatMap(process -> Stream.of("proof-overdue", "papers-overdue")
                        .flatMap(timer ->
                                jobs
                                        .createJobQuery()
                                        .processInstanceId(process.getId())
                                        .activityId(timer)
                                        .list()
                                        .stream()))
                .toList();
    }
}
