package io.shouxin.benchmark;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's jobs in this thread as they come, on both sides, so that no waiting for a poll is measured. */
final class Jobs {

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    void runAll() {
        List<Job> due = next();
        while (!due.isEmpty()) {
            due.forEach(job -> management.executeJob(job.getId()));
            due = next();
        }
    }

    private List<Job> next() {
        return management.createJobQuery().messages().executable().list();
    }
}
