package io.shouxin.inbox.internal;

import io.shouxin.deadline.DueDateMoved;
import io.shouxin.inbox.NobodyLeft;
import io.shouxin.inbox.TaskKind;
import io.shouxin.inbox.TaskLedger;
import io.shouxin.inbox.TasksChanged;
import io.shouxin.platform.Parameters;
import io.shouxin.platform.TransactionMemory;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the inbox's projection in the engine's transaction. */
@Component
class JdbcTaskLedger implements TaskLedger {

    private final JdbcClient jdbc;
    private final Map<String, TaskKind> kinds;
    private final NobodyLeft nobodyLeft;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionMemory<String, UUID> decided = new TransactionMemory<>();

    JdbcTaskLedger(
            JdbcClient jdbc,
            List<TaskKind> kinds,
            NobodyLeft nobodyLeft,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.nobodyLeft = nobodyLeft;
        this.kinds = kinds.stream().collect(Collectors.toMap(TaskKind::key, Function.identity()));
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void opened(String engineTask, String kind, UUID caseId) {
        TaskKind taskKind = kinds.get(kind);
        if (taskKind == null) {
            throw new IllegalStateException("The inbox knows no task kind " + kind);
        }
        TaskKind.Context context = taskKind.context(caseId);
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                        INSERT INTO task (id, engine_task, kind, label, case_id, case_reference, case_type, case_channel,
                                          subject_id, branch_id, candidate_role, due_on, state, created_at, escalated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                                (SELECT max(escalated_at) FROM task WHERE case_id = ?)) ON CONFLICT (engine_task) DO NOTHING
                        """)
                .params(Arrays.asList(
                        id,
                        engineTask,
                        kind,
                        context.label(),
                        caseId,
                        context.reference(),
                        context.type(),
                        context.channel(),
                        Parameters.id(context.subjectId()),
                        context.branchId(),
                        taskKind.candidate().name(),
                        Parameters.day(context.dueOn()),
                        context.waiting() ? "WAITING" : "OPEN",
                        Timestamp.from(clock.instant()),
                        caseId))
                .update();
        if (added == 1) {
            nobodyLeft.look(
                    new NobodyLeft.Waiting(id, kind, caseId, context.reference(), context.branchId(), context.dueOn()));
        }
        events.publishEvent(new TasksChanged(context.branchId()));
    }

    @Override
    public void decided(String engineTask, UUID by) {
        done(engineTask, by);
        decided.keep(engineTask, by);
    }

    @Override
    public void closed(String engineTask) {
        if (decided.find(engineTask).isEmpty()) {
            done(engineTask, null);
        }
    }

    private void done(String engineTask, @Nullable UUID by) {
        jdbc.sql("""
                        UPDATE task SET state = 'DONE', done_at = ?, assignee = ? WHERE engine_task = ? AND state <> 'DONE'
                        RETURNING branch_id
                        """)
                .params(Arrays.asList(Timestamp.from(clock.instant()), Parameters.id(by), engineTask))
                .query(UUID.class)
                .optional()
                .ifPresent(branch -> events.publishEvent(new TasksChanged(branch)));
    }

    /** Keeps the dates of the list in step with the clock of the case; a case whose clock starts has no tasks yet. */
    @EventListener
    void moveDueDate(DueDateMoved moved) {
        if (moved.cause() == DueDateMoved.Cause.STARTED) {
            return;
        }
        jdbc.sql("UPDATE task SET due_on = ? WHERE case_id = ? AND state <> 'DONE'")
                .params(Arrays.asList(moved.to(), moved.caseId()))
                .update();
    }
}
