package io.shouxin.inbox;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
        MAY_NOT,
        /** Whoever had it when it was looked at has it no more, and nobody else has. */
        CHANGED,
        /** Something went wrong that is not the task's; the log has it. */
        FAILED
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

    /** The colleague as they may be asked about many tasks; empty if they are away or have left. */
    public Optional<Actor> colleague(UUID to) {
        return deciders.atWork(to);
    }

    /**
     * What would stand in the way of passing it on to this colleague; empty if nothing would.
     *
     * @param colleague the same as {@link #colleague} knows them
     */
    public Optional<Obstacle> obstacleToPassingOn(InboxTask task, UUID to, Optional<Actor> colleague) {
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
        return colleague.filter(able -> mayTake(task, able)).isPresent()
                ? Optional.empty()
                : Optional.of(Obstacle.MAY_NOT);
    }

    /** Those of these members who may see the task as it is now: whoever may not has a page that is out of date. */
    public Set<UUID> whoMaySee(InboxTask task, Set<UUID> accounts) {
        return accounts.isEmpty()
                ? Set.of()
                : staff.working().stream()
                        .filter(actor -> Inbox.sees(task, actor))
                        .map(Actor::id)
                        .filter(accounts::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
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
        return id == null || id.equals(actor.id()) ? Optional.empty() : Optional.of(new Colleague(id, other.label()));
    }

    /**
     * What came of a task.
     *
     * @param obstacle why it stayed where it was; null if it did not
     * @param holder who had it
     */
    public record Outcome(
            @Nullable Obstacle obstacle, @Nullable UUID holder) {}

    /**
     * Puts the task into the colleague's hand, or gives it back to everybody, as long as it is with whom it was when the person looked;
     * the log names both.
     *
     * @param to the colleague, or null for everybody
     * @param seen who had it then; null if nobody had
     * @throws NotFound if the actor may not see it any more
     */
    @Transactional
    public Outcome handOver(UUID id, @Nullable UUID to, @Nullable UUID seen) {
        Actor actor = current.get();
        inbox.get(id);
        InboxTask task =
                table.lock(id).orElseThrow(() -> new NotFound("task", id)).task();
        UUID holder = task.assignee();
        Optional<Obstacle> obstacle =
                to == null ? obstacleToGivingBack(task) : obstacleToPassingOn(task, to, colleague(to));
        if (obstacle.isPresent()) {
            noteRefusal(task, actor, obstacle.get());
            return new Outcome(obstacle.get(), holder);
        }
        if (!Objects.equals(holder, seen)) {
            return new Outcome(holder == null ? Obstacle.CHANGED : Obstacle.HELD, holder);
        }
        if (to == null) {
            inbox.release(id);
        } else {
            passOn(task, to, actor);
        }
        return new Outcome(null, holder);
    }

    private void passOn(InboxTask task, UUID to, Actor actor) {
        UUID from = task.assignee();
        jdbc.sql("UPDATE task SET assignee = ?, claimed_at = ? WHERE id = ?")
                .params(to, Timestamp.from(clock.instant()), task.id())
                .update();
        evidence.append(EvidenceEvent.of(EvidenceKind.TASK_PASSED_ON, actor)
                .caseId(task.caseId())
                .target("task", task.id())
                .detail("kind", task.kind())
                .detail("holder", Objects.equals(from, actor.id()) ? null : from)
                .detail("to", to)
                .build());
        events.publishEvent(new TasksChanged(task.branchId()));
    }

    /** That the world moved on is no attempt at anything; that somebody wanted what is not theirs to do is. */
    private void noteRefusal(InboxTask task, Actor actor, Obstacle obstacle) {
        if (obstacle == Obstacle.NOT_YOURS || obstacle == Obstacle.MAY_NOT) {
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, actor)
                    .caseId(task.caseId())
                    .target("task", task.id())
                    .outcome(obstacle.name())
                    .build());
        }
    }

    /** The officer decides what is escalated, and nothing else of another role. */
    private boolean mayTake(InboxTask task, Actor to) {
        return (to.has(Role.valueOf(task.candidateRole())) || task.escalated())
                && deciders.isOneOf(to, task.kind(), task.caseId(), task.branchId());
    }
}
