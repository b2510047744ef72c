package io.shouxin.workflow;

import io.shouxin.inbox.TaskLedger;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Keeps the inbox in step with the engine's user tasks, in the engine's transaction. */
class InboxTaskListener implements TaskListener {

    private final Supplier<TaskLedger> ledger;

    InboxTaskListener(Supplier<TaskLedger> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            UUID caseId = UUID.fromString(task.getExecution().getProcessBusinessKey());
            ledger.get().opened(task.getId(), task.getTaskDefinitionKey(), caseId);
        } else {
            ledger.get().closed(task.getId());
        }
    }
}
