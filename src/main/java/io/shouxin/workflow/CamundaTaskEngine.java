package io.shouxin.workflow;

import io.shouxin.inbox.TaskEngine;
import io.shouxin.shared.StateRefused;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Completes the engine's tasks for the inbox, with an outcome code that the task knows and nothing else. */
@Component
class CamundaTaskEngine implements TaskEngine {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;

    CamundaTaskEngine(TaskService tasks, RuntimeService runtime, ManagementService management) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void complete(String engineTask, Map<String, String> outcome) {
        try {
            if (TechnicalIncidents.isTask(engineTask)) {
                retry(engineTask, outcome);
            } else {
                decide(engineTask, outcome);
            }
        } catch (OptimisticLockingException e) {
            throw closed(engineTask);
        }
    }

    private void decide(String engineTask, Map<String, String> outcome) {
        Task task = tasks.createTaskQuery().taskId(engineTask).singleResult();
        if (task == null) {
            throw closed(engineTask);
        }
        Outcomes.check(task.getTaskDefinitionKey(), outcome);
        tasks.complete(engineTask, new HashMap<>(outcome));
    }

    private void retry(String engineTask, Map<String, String> outcome) {
        Outcomes.check(TechnicalIncidents.KIND, outcome);
        Incident incident = runtime.createIncidentQuery()
                .incidentId(TechnicalIncidents.incidentOf(engineTask))
                .singleResult();
        if (incident == null) {
            throw closed(engineTask);
        }
        management.setJobRetries(incident.getConfiguration(), 1);
    }

    private static StateRefused closed(String engineTask) {
        return new StateRefused("task", engineTask, "closed", "complete");
    }
}
