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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes a task from hand to hand: whoever has it may pass it on, and the privacy officer any task of their branches. It goes only to
 * a colleague who may decide it, so that it never rests with somebody who cannot go on with it.
 */
@Service
public class HandOvers {

    private final Inbox inbox;
    private final Deciders deciders;
    private final StaffDirectory staff;
    private final TaskTable table;
    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public HandOvers(
            Inbox inbox,
            Deciders deciders,
            StaffDirectory staff,
            Substitutions substitutions,
            JdbcClient jdbc,
            EvidenceLog evidence,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inbox = inbox;
        this.deciders = deciders;
        this.staff = staff;
        this.table = new TaskTable(jdbc, substitutions, clock);
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** Why a task is not given back or passed on. */
    public enum Obstacle {
        /** It is decided, or needed no more. */
        DONE,
        /** Nobody has it in hand. */
        FREE,
        /** A colleague has it in hand, and only they or the privacy officer may part with it. */
        HELD,
        /** Nobody has it, and only the privacy officer assigns what is free. */
        NOT_YOURS,
        /** The colleague has it already. */
        HAS_IT,
        /** The colleague may not decide it: another role or branch, away, or with a hand in the case. */
        MAY_NOT
    }

    /** What would stand in the way of giving it back to everybody; empty if nothing would. */
    public Optional<Obstacle> obstacleToGivingBack(InboxTask task) {
        if (task.done()) {
            return Optional.of(Obstacle.DONE);
        }
        if (task.assignee() == null) {
            return Optional.of(Obstacle.FREE);
        }
        return inbox.mayRelease(task) ? Optional.empty() : Optional.of(Obstacle.HELD);
    }

    /** What would stand in the way of passing it on to this colleague; empty if nothing would. */
    public Optional<Obstacle> obstacleToPassingOn(InboxTask task, UUID to) {
        if (task.done()) {
            return Optional.of(Obstacle.DONE);
        }
        UUID holder = task.assignee();
        if (to.equals(holder)) {
            return Optional.of(Obstacle.HAS_IT);
        }
        if (holder == null && !current.get().has(Role.PRIVACY_OFFICER)) {
            return Optional.of(Obstacle.NOT_YOURS);
        }
        if (holder != null && !inbox.mayRelease(task)) {
            return Optional.of(Obstacle.HELD);
        }
        return mayTake(task, to) ? Optional.empty() : Optional.of(Obstacle.MAY_NOT);
    }

    /** A colleague to whom tasks may be passed on. */
    public record Colleague(UUID id, String name) {}

    /** Everybody else at work who shares a branch with the actor and decides tasks; whether they may decide one is asked for each. */
    public List<Colleague> colleagues() {
        Actor actor = current.get();
        return staff.working().stream()
                .filter(other -> other.has(Role.STAFF) || other.has(Role.REVIEWER) || other.has(Role.PRIVACY_OFFICER))
                .filter(other -> other.branches().stream().anyMatch(actor::sees))
                .flatMap(other -> colleague(other, actor).stream())
                .toList();
    }

    private static Optional<Colleague> colleague(Actor other, Actor actor) {
        UUID id = other.id();
        return id == null || id.equals(actor.id())
                ? Optional.empty()
                : Optional.of(new Colleague(id, other.label()));
    }

    /**
     * Puts the task into the colleague's hand; the log names both.
     *
     * @throws TaskGone if it was decided meanwhile
     * @throws AlreadyClaimed if somebody else took it meanwhile
     * @throws AccessRefused if the actor or the colleague may not
     */
    @Transactional
    public void passOn(UUID id, UUID to) {
        Actor actor = current.get();
        inbox.get(id);
        InboxTask task =
                table.lock(id).orElseThrow(() -> new NotFound("task", id)).task();
        Optional<Obstacle> obstacle = obstacleToPassingOn(task, to);
        if (obstacle.isPresent()) {
            throw refusal(task, obstacle.get());
        }
        @Nullable UUID from = task.assignee();
        jdbc.sql("UPDATE task SET assignee = ?, claimed_at = ? WHERE id = ?")
                .params(to, Timestamp.from(clock.instant()), id)
                .update();
        evidence.append(EvidenceEvent.of(EvidenceKind.TASK_PASSED_ON, actor)
                .caseId(task.caseId())
                .target("task", id)
                .detail("kind", task.kind())
                .detail("holder", Objects.equals(from, actor.id()) ? null : from)
                .detail("to", to)
                .build());
        events.publishEvent(new TasksChanged(task.branchId()));
    }

    private static RuntimeException refusal(InboxTask task, Obstacle obstacle) {
        UUID holder = task.assignee();
        return switch (obstacle) {
            case DONE -> new TaskGone(task.id());
            case HELD, HAS_IT ->
                holder == null
                        ? new AccessRefused("Task " + task.id() + ": " + obstacle)
                        : new AlreadyClaimed(task.id(), holder);
            case FREE, NOT_YOURS, MAY_NOT -> new AccessRefused("Task " + task.id() + ": " + obstacle);
        };
    }

    /** The officer decides what is escalated, and nothing else of another role. */
    private boolean mayTake(InboxTask task, UUID to) {
        Role role = Role.valueOf(task.candidateRole());
        return deciders.of(task.kind(), task.caseId(), task.branchId()).stream()
                .filter(able -> to.equals(able.id()))
                .anyMatch(able -> able.has(role) || task.escalated());
    }
}
