package io.shouxin.workflow;

import io.shouxin.inbox.TaskLedger;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * A step that failed at every retry becomes a task in the inbox: a client waits for the answer, so nobody may have to look for it
 * in a log. Completing that task with {@link Outcomes#RETRY} tries the step again.
 */
class TechnicalIncidents extends DefaultIncidentHandler {

    /** Kind of the inbox task. */
    static final String KIND = "technical-incident";

    /** Kind of the task where the step belongs to a sweep, which no client waits for. */
    static final String SWEEP_KIND = "sweep-incident";

    /** Kind of the task where the step belongs to a possible match. */
    static final String MATCH_KIND = "match-incident";

    private static final String PREFIX = "incident:";

    private final Supplier<TaskLedger> ledger;

    TechnicalIncidents(Supplier<TaskLedger> ledger) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.ledger = ledger;
    }

    static boolean isTask(String engineTask) {
        return engineTask.startsWith(PREFIX);
    }

    static String incidentOf(String engineTask) {
        return engineTask.substring(PREFIX.length());
    }

    static String taskOf(Incident incident) {
        return PREFIX + incident.getId();
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        Incident incident = super.handleIncident(context, message);
        if (context.getExecutionId() != null) {
            ExecutionEntity execution =
                    Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
            ledger.get().opened(taskOf(incident), kind(execution), UUID.fromString(execution.getProcessBusinessKey()));
        }
        return incident;
    }

    private static String kind(ExecutionEntity execution) {
        return switch (execution.getProcessDefinition().getKey()) {
            case RetentionSweepProcess.KEY -> SWEEP_KIND;
            case MatchReviewProcess.KEY -> MATCH_KIND;
            default -> KIND;
        };
    }

    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration())
                .stream()
                .filter(incident -> incident.getExecutionId() != null)
                .forEach(incident -> ledger.get().closed(taskOf(incident)));
        super.removeIncident(context, resolved);
    }
}
