package io.shouxin.inbox;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff task list: what the actor may take, in their branches, next deadline first. */
@Service
public class Inbox {

    private static final String SELECT = """
            SELECT id, engine_task, kind, case_id, case_reference, case_type, case_channel, subject_id, branch_id, candidate_role,
                   assignee, due_on, state, escalated_at, created_at
            FROM task
            """;
    private static final String ORDER = " ORDER BY (state = 'WAITING'), due_on NULLS LAST, created_at, id";

    private static final String WANTED = """
             WHERE branch_id = ANY (:branches) AND candidate_role = ANY (:roles) AND state <> 'DONE'
            AND ((:held AND assignee = :me) OR (:free AND assignee IS NULL))
            AND (due_on < :before OR (due_on IS NULL AND :undated))
            """;

    private final JdbcClient jdbc;
    private final Map<String, TaskKind> kinds;
    private final TaskEngine engine;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Inbox(
            JdbcClient jdbc,
            List<TaskKind> kinds,
            TaskEngine engine,
            EvidenceLog evidence,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds.stream().collect(Collectors.toMap(TaskKind::key, Function.identity()));
        this.engine = engine;
        this.evidence = evidence;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** Which part of the list. */
    public enum Filter {
        /** What I have in hand or may take. */
        FOR_ME,
        /** Of that, what is due within three days or overdue. */
        DUE_SOON,
        /** Where the client owes something. */
        WAITING
    }

    public List<InboxTask> list(Filter filter, int offset, int limit) {
        Actor actor = current.get();
        return jdbc.sql(SELECT + where(filter) + ORDER + " OFFSET :offset LIMIT :limit")
                .params(parameters(actor))
                .param("offset", offset)
                .param("limit", limit)
                .query(Inbox::read)
                .list();
    }

    public int count(Filter filter) {
        return jdbc.sql("SELECT count(*) FROM task" + where(filter))
                .params(parameters(current.get()))
                .query(Integer.class)
                .single();
    }

    /** Open and waiting tasks of the actor's branches and roles, next deadline first. */
    public List<InboxTask> find(TaskQuery query, int offset, int limit) {
        return jdbc.sql(SELECT + WANTED + ORDER + " OFFSET :offset LIMIT :limit")
                .params(parameters(query))
                .param("offset", offset)
                .param("limit", limit)
                .query(Inbox::read)
                .list();
    }

    public int count(TaskQuery query) {
        return jdbc.sql("SELECT count(*) FROM task" + WANTED)
                .params(parameters(query))
                .query(Integer.class)
                .single();
    }

    /** Open tasks of a case that the actor may see. */
    public List<InboxTask> ofCase(UUID caseId) {
        Actor actor = current.get();
        return jdbc
                .sql(SELECT + " WHERE case_id = ? AND state <> 'DONE'" + ORDER)
                .param(caseId)
                .query(Inbox::read)
                .list()
                .stream()
                .filter(task -> actor.sees(task.branchId()))
                .toList();
    }

    /**
     * @throws NotFound if there is none, or none in the actor's branches and roles
     */
    public InboxTask get(UUID id) {
        return visible(id, current.get());
    }

    /** Whether the actor may decide it: role, branch, not held by somebody else, and what the kind demands. */
    public boolean mayDecide(InboxTask task) {
        Actor actor = current.get();
        return !task.done()
                && actor.has(Role.valueOf(task.candidateRole()))
                && (task.assignee() == null || task.assignee().equals(actor.id()))
                && kind(task).mayDecide(task.caseId(), actor);
    }

    /**
     * Takes the task in hand.
     *
     * @throws AlreadyClaimed if somebody else has it
     */
    @Transactional
    public InboxTask claim(UUID id) {
        Actor actor = current.get();
        InboxTask task = visible(id, actor);
        UUID me = me(actor);
        if (!kind(task).mayDecide(task.caseId(), actor)) {
            throw refused(task, actor, "NOT_INDEPENDENT");
        }
        int claimed = jdbc.sql("""
                        UPDATE task SET assignee = ?, claimed_at = ?
                        WHERE id = ? AND state <> 'DONE' AND (assignee IS NULL OR assignee = ?)
                        """)
                .params(me, Timestamp.from(clock.instant()), id, me)
                .update();
        if (claimed == 0) {
            InboxTask now = visible(id, actor);
            if (now.done() || now.assignee() == null) {
                throw new TaskGone(id);
            }
            throw new AlreadyClaimed(id, now.assignee());
        }
        if (!me.equals(task.assignee())) {
            log(EvidenceKind.TASK_CLAIMED, task, actor, null);
            events.publishEvent(new TasksChanged(task.branchId()));
        }
        return visible(id, actor);
    }

    /** Gives the task back to everybody. */
    @Transactional
    public InboxTask release(UUID id) {
        Actor actor = current.get();
        InboxTask task = visible(id, actor);
        int released = jdbc.sql(
                        "UPDATE task SET assignee = NULL, claimed_at = NULL WHERE id = ? AND assignee = ? AND state <> 'DONE'")
                .params(id, me(actor))
                .update();
        if (released == 1) {
            log(EvidenceKind.TASK_RELEASED, task, actor, null);
            events.publishEvent(new TasksChanged(task.branchId()));
        }
        return visible(id, actor);
    }

    /**
     * Decides the task and lets the process go on, in one transaction. A second click finds the task gone.
     *
     * @throws TaskGone if it was decided meanwhile
     * @throws AlreadyClaimed if somebody else has it
     */
    @Transactional
    public void decide(UUID id, Map<String, Object> fields) {
        Actor actor = current.get();
        visible(id, actor);
        record Locked(
                String engineTask, String state, @Nullable UUID assignee) {}
        Locked locked = jdbc.sql("SELECT engine_task, state, assignee FROM task WHERE id = ? FOR UPDATE")
                .param(id)
                .query((rs, n) -> new Locked(rs.getString(1), rs.getString(2), rs.getObject(3, UUID.class)))
                .single();
        if (locked.state().equals("DONE")) {
            throw new TaskGone(id);
        }
        if (locked.assignee() != null && !locked.assignee().equals(actor.id())) {
            throw new AlreadyClaimed(id, locked.assignee());
        }
        InboxTask task = visible(id, actor);
        if (!actor.has(Role.valueOf(task.candidateRole())) || !kind(task).mayDecide(task.caseId(), actor)) {
            throw refused(task, actor, "NOT_INDEPENDENT");
        }
        Map<String, String> outcome = kind(task).decide(task.caseId(), fields, actor);
        log(EvidenceKind.TASK_DECIDED, task, actor, outcome.get("outcome"));
        jdbc.sql("UPDATE task SET assignee = ? WHERE id = ?")
                .params(me(actor), id)
                .update();
        engine.complete(locked.engineTask(), outcome);
    }

    private AccessRefused refused(InboxTask task, Actor actor, String why) {
        evidence.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, actor)
                .caseId(task.caseId())
                .target("task", task.id())
                .outcome(why)
                .build());
        return new AccessRefused("Task " + task.id() + ": " + why);
    }

    private InboxTask visible(UUID id, Actor actor) {
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(Inbox::read)
                .optional()
                .filter(task -> actor.sees(task.branchId()) && actor.has(Role.valueOf(task.candidateRole())))
                .orElseThrow(() -> new NotFound("task", id));
    }

    private TaskKind kind(InboxTask task) {
        return java.util.Objects.requireNonNull(kinds.get(task.kind()), task.kind());
    }

    private static UUID me(Actor actor) {
        if (actor.id() == null) {
            throw new AccessRefused("Only a member of the firm may take a task");
        }
        return actor.id();
    }

    private void log(EvidenceKind kind, InboxTask task, Actor actor, @Nullable String outcome) {
        evidence.append(EvidenceEvent.of(kind, actor)
                .caseId(task.caseId())
                .target("task", task.id())
                .outcome(outcome)
                .detail("kind", task.kind())
                .build());
    }

    private static String where(Filter filter) {
        String mine =
                " WHERE branch_id = ANY (:branches) AND candidate_role = ANY (:roles) AND (assignee IS NULL OR assignee = :me)";
        return switch (filter) {
            case FOR_ME -> mine + " AND state = 'OPEN'";
            case DUE_SOON -> mine + " AND state = 'OPEN' AND due_on <= :soon";
            case WAITING -> mine + " AND state = 'WAITING'";
        };
    }

    private Map<String, Object> parameters(TaskQuery query) {
        Map<String, Object> parameters = parameters(current.get());
        parameters.put("held", query.held());
        parameters.put("free", query.free());
        LocalDate dueBefore = query.dueBefore();
        parameters.put("before", dueBefore == null ? LocalDate.of(9999, 12, 31) : dueBefore);
        parameters.put("undated", dueBefore == null);
        return parameters;
    }

    private Map<String, Object> parameters(Actor actor) {
        Map<String, Object> parameters = new java.util.HashMap<>();
        parameters.put("branches", actor.branches().toArray(UUID[]::new));
        parameters.put("roles", actor.roles().stream().map(Role::name).toArray(String[]::new));
        parameters.put("me", actor.id() == null ? new UUID(0, 0) : actor.id());
        parameters.put(
                "soon",
                LocalDate.now(clock.withZone(java.time.ZoneId.of("Asia/Shanghai")))
                        .plusDays(3));
        return parameters;
    }

    private static InboxTask read(ResultSet rs, int n) throws SQLException {
        return new InboxTask(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getObject("case_id", UUID.class),
                rs.getString("case_reference"),
                rs.getString("case_type"),
                rs.getString("case_channel"),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("branch_id", UUID.class),
                rs.getString("candidate_role"),
                rs.getObject("assignee", UUID.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("state").equals("WAITING"),
                rs.getString("state").equals("DONE"),
                rs.getTimestamp("escalated_at") != null,
                rs.getTimestamp("created_at").toInstant());
    }
}
