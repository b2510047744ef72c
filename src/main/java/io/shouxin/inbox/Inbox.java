package io.shouxin.inbox;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff task list: what the actor may take, in their branches, next deadline first. An escalated task is also the privacy
 * officer's, whose role it is to see that no date passes unanswered (PIPL 52).
 */
@Service
public class Inbox {

    private final JdbcClient jdbc;
    private final TaskTable table;
    private final HeldTasks held;
    private final Substitutions substitutions;
    private final Map<String, TaskKind> kinds;
    private final TaskLedger ledger;
    private final TaskEngine engine;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public Inbox(
            JdbcClient jdbc,
            HeldTasks held,
            Substitutions substitutions,
            List<TaskKind> kinds,
            TaskLedger ledger,
            TaskEngine engine,
            EvidenceLog evidence,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = new TaskTable(jdbc, substitutions, clock);
        this.held = held;
        this.substitutions = substitutions;
        this.kinds = kinds.stream().collect(Collectors.toMap(TaskKind::key, Function.identity()));
        this.ledger = ledger;
        this.engine = engine;
        this.evidence = evidence;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** Which part of the list. */
    public enum Filter {
        /**
         * What I have in hand or may take; for the privacy officer also what is escalated, whoever has it, unless it wants somebody who
         * has not touched the case and the officer has.
         */
        FOR_ME,
        /** Of that, what is due within three days or overdue. */
        DUE_SOON,
        /** What stood at its date undone, or has nobody who may decide it; for the privacy officer also what others must do. */
        ESCALATED,
        /** Where the client owes something. */
        WAITING,
        /** For the privacy officer, what colleagues have in hand in the officer's branches; for everybody else nothing. */
        WITH_COLLEAGUES
    }

    public List<InboxTask> list(Filter filter, int offset, int limit) {
        return list(ListFilter.of(filter), offset, limit);
    }

    public List<InboxTask> list(ListFilter filter, int offset, int limit) {
        Actor actor = current.get();
        return table.list(actor, filter, notToDo(filter.part(), actor), offset, limit);
    }

    /** How many tasks each of these lists has, with one query for two hundred of them. */
    public List<Integer> counts(List<ListFilter> filters) {
        Actor actor = current.get();
        return filters.isEmpty() ? List.of() : table.counts(actor, filters, notToDo(Filter.FOR_ME, actor));
    }

    /** Keys of every kind of task, for a list of one kind. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    public int count(Filter filter) {
        Actor actor = current.get();
        return table.count(actor, filter, notToDo(filter, actor));
    }

    /** What is escalated to the actor to see to, but not to do. */
    private List<UUID> notToDo(Filter filter, Actor actor) {
        return filter == Filter.ESCALATED || filter == Filter.WITH_COLLEAGUES || !actor.has(Role.PRIVACY_OFFICER)
                ? List.of()
                : notToDo(table.escalated(actor), kinds, actor);
    }

    /** Each kind is asked once for all of its cases. */
    static List<UUID> notToDo(List<InboxTask> escalated, Map<String, TaskKind> kinds, Actor actor) {
        Map<String, List<InboxTask>> others = escalated.stream()
                .filter(task -> !Objects.equals(task.assignee(), actor.id()))
                .collect(Collectors.groupingBy(InboxTask::kind));
        List<UUID> without = new ArrayList<>();
        others.forEach((key, tasks) -> {
            Set<UUID> cases = tasks.stream().map(InboxTask::caseId).collect(Collectors.toSet());
            Set<UUID> decidable = Objects.requireNonNull(kinds.get(key), key).decidable(cases, actor);
            tasks.stream()
                    .filter(task -> !decidable.contains(task.caseId()))
                    .map(InboxTask::id)
                    .forEach(without::add);
        });
        return without;
    }

    /** Open and waiting tasks of the actor's branches and roles, next deadline first. */
    public List<InboxTask> find(TaskQuery query, int offset, int limit) {
        return table.list(current.get(), query, offset, limit);
    }

    public int count(TaskQuery query) {
        return table.count(current.get(), query);
    }

    /** Open tasks of a case that the actor may see. */
    public List<InboxTask> ofCase(UUID caseId) {
        Actor actor = current.get();
        return table.ofCase(caseId).stream().filter(task -> sees(task, actor)).toList();
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
                && isFor(task, actor)
                && (task.assignee() == null || task.assignee().equals(actor.id()))
                && kind(task).mayDecide(task.caseId(), actor);
    }

    /** Why somebody may not decide a task as it stands. */
    public enum Hindrance {
        DONE,
        /** They have worked on the case, and this task wants somebody who has not. */
        NOT_INDEPENDENT,
        OTHER_ROLE,
        HELD
    }

    /** Why the actor may not decide it; empty if they may. */
    public Optional<Hindrance> hindrance(InboxTask task) {
        if (mayDecide(task)) {
            return Optional.empty();
        }
        if (task.done()) {
            return Optional.of(Hindrance.DONE);
        }
        Actor actor = current.get();
        if (!kind(task).mayDecide(task.caseId(), actor)) {
            return Optional.of(Hindrance.NOT_INDEPENDENT);
        }
        return Optional.of(isFor(task, actor) ? Hindrance.HELD : Hindrance.OTHER_ROLE);
    }

    /**
     * Takes the task in hand: one that nobody has, or that a colleague has in whose place the actor stands.
     *
     * @throws AlreadyClaimed if somebody else has it
     */
    @Transactional
    public InboxTask claim(UUID id) {
        Actor actor = current.get();
        requireMayTake(visible(id, actor), actor);
        UUID me = me(actor);
        InboxTask task =
                table.lock(id).orElseThrow(() -> new NotFound("task", id)).task();
        UUID holder = task.assignee();
        if (task.done()) {
            throw new TaskGone(id);
        }
        if (me.equals(holder)) {
            return task;
        }
        if (holder != null && !substitutes(me, holder)) {
            throw new AlreadyClaimed(id, holder);
        }
        jdbc.sql("UPDATE task SET assignee = ?, claimed_at = ? WHERE id = ?")
                .params(me, Timestamp.from(clock.instant()), id)
                .update();
        evidence.append(entry(EvidenceKind.TASK_CLAIMED, task, actor)
                .detail("instead_of", holder)
                .build());
        events.publishEvent(new TasksChanged(task.branchId()));
        return visible(id, actor);
    }

    /** Whether the actor may take it over from a colleague who is away today and in whose place they stand. */
    public boolean mayTakeOver(InboxTask task) {
        Actor actor = current.get();
        UUID me = actor.id();
        UUID holder = task.assignee();
        return !task.done()
                && me != null
                && holder != null
                && substitutes(me, holder)
                && isFor(task, actor)
                && kind(task).mayDecide(task.caseId(), actor);
    }

    private boolean substitutes(UUID me, UUID holder) {
        return substitutions.absentFor(me).contains(holder);
    }

    /** Whether the actor may give it back to everybody: their own, and the privacy officer that of anybody. */
    public boolean mayRelease(InboxTask task) {
        Actor actor = current.get();
        UUID holder = task.assignee();
        return !task.done()
                && holder != null
                && (holder.equals(actor.id()) || (actor.has(Role.PRIVACY_OFFICER) && actor.sees(task.branchId())));
    }

    /**
     * Gives the task back to everybody. The privacy officer may do it for whoever has it: a holder may be away while the date of
     * the case comes nearer. A task that nobody has stays as it is.
     *
     * @throws AccessRefused if somebody else has it
     */
    @Transactional
    public InboxTask release(UUID id) {
        Actor actor = current.get();
        visible(id, actor);
        InboxTask task =
                table.lock(id).orElseThrow(() -> new NotFound("task", id)).task();
        UUID holder = task.assignee();
        if (task.done() || holder == null) {
            return task;
        }
        if (!mayRelease(task)) {
            throw refused(task, actor, "NOT_HOLDER");
        }
        held.releaseOne(id, holder, actor);
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
        InboxTask seen = visible(id, actor);
        kind(seen).lock(seen.caseId());
        TaskTable.Locked locked =
                table.lock(id).filter(row -> sees(row.task(), actor)).orElseThrow(() -> new NotFound("task", id));
        InboxTask task = locked.task();
        if (task.done()) {
            throw new TaskGone(id);
        }
        if (task.assignee() != null && !task.assignee().equals(actor.id())) {
            throw new AlreadyClaimed(id, task.assignee());
        }
        requireMayTake(task, actor);
        Map<String, String> outcome = kind(task).decide(task.caseId(), fields, actor);
        evidence.append(entry(EvidenceKind.TASK_DECIDED, task, actor)
                .outcome(outcome.get("outcome"))
                .build());
        events.publishEvent(new TaskDecided(task.caseId()));
        ledger.decided(locked.engineTask(), me(actor));
        engine.complete(locked.engineTask(), outcome);
    }

    private void requireMayTake(InboxTask task, Actor actor) {
        if (!isFor(task, actor)) {
            throw refused(task, actor, "OTHER_ROLE");
        }
        if (!kind(task).mayDecide(task.caseId(), actor)) {
            throw refused(task, actor, "NOT_INDEPENDENT");
        }
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
        return table.find(id).filter(task -> sees(task, actor)).orElseThrow(() -> new NotFound("task", id));
    }

    /** The privacy officer sees every task of their branches, to give back what an absent holder has. */
    static boolean sees(InboxTask task, Actor actor) {
        return actor.sees(task.branchId()) && (isFor(task, actor) || actor.has(Role.PRIVACY_OFFICER));
    }

    private static boolean isFor(InboxTask task, Actor actor) {
        return actor.has(Role.valueOf(task.candidateRole())) || (task.escalated() && actor.has(Role.PRIVACY_OFFICER));
    }

    private TaskKind kind(InboxTask task) {
        return Objects.requireNonNull(kinds.get(task.kind()), task.kind());
    }

    private static UUID me(Actor actor) {
        if (actor.id() == null) {
            throw new AccessRefused("Only a member of the firm may take a task");
        }
        return actor.id();
    }

    private static EvidenceEvent.Builder entry(EvidenceKind kind, InboxTask task, Actor actor) {
        return EvidenceEvent.of(kind, actor)
                .caseId(task.caseId())
                .target("task", task.id())
                .detail("kind", task.kind());
    }
}
