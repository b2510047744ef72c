package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's jobs in the thread of a test that has switched their executor off. */
record StepByStep(ManagementService jobs) {

    /** Runs them until people or dates are waited for. */
    void work() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    /** Runs the steps before this one. */
    void workUntil(String activity) {
        while (!activity.equals(activity(only()))) {
            next();
        }
    }

    /** Runs the one step that is due; the answer is its job. */
    Object next() {
        String job = only().getId();
        jobs.executeJob(job);
        return job;
    }

    private Job only() {
        List<Job> due = due();
        assertThat(due).hasSize(1);
        return due.get(0);
    }

    private List<Job> due() {
        return jobs.createJobQuery().messages().executable().list();
    }

    private String activity(Job job) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
