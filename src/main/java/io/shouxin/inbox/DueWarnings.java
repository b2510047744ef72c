package io.shouxin.inbox;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.Clocks;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whose time runs out, for each member of the firm: half, three quarters, nine tenths or all of it. Told to whoever has the task in
 * hand, or may take it where nobody has; from nine tenths on to the privacy officer of the branch too, whoever has it.
 */
@Service
public class DueWarnings {

    /** Shares of the time, the most pressing first. */
    public static final List<Integer> SHARES = List.of(100, 90, 75, 50);

    private static final int OFFICER_FROM = 90;
    /** The nearest dates are read; what is warned of is among them. */
    private static final int NEAREST = 500;

    private final TaskTable table;
    private final Clocks clocks;
    private final CurrentActor current;

    public DueWarnings(JdbcClient jdbc, Substitutions substitutions, Clocks clocks, CurrentActor current, Clock clock) {
        this.table = new TaskTable(jdbc, substitutions, clock);
        this.clocks = clocks;
        this.current = current;
    }

    /**
     * A task of which so much of the time is used.
     *
     * @param share one of {@link #SHARES}
     */
    public record Warned(InboxTask task, ClockView clock, int share) {}

    /** The actor's own, the most pressing first; a case is named once, however many of its tasks wait. */
    public List<Warned> mine() {
        return of(current.get());
    }

    /** As {@link #mine} for somebody who is not here. */
    public List<Warned> of(Actor actor) {
        List<InboxTask> tasks = table.watched(actor, NEAREST);
        Map<UUID, ClockView> times =
                clocks.views(tasks.stream().map(InboxTask::caseId).distinct().toList());
        List<Warned> warned = new ArrayList<>();
        for (InboxTask task : tasks) {
            ClockView time = times.get(task.caseId());
            int share = time == null ? 0 : share(time);
            if (time != null && share > 0 && (share >= OFFICER_FROM || isOwn(task, actor))) {
                warned.add(new Warned(task, time, share));
            }
        }
        warned.sort(Comparator.comparingInt(Warned::share).reversed());
        return onePerCase(warned, actor);
    }

    /** Of two tasks of a case the one that is the actor's own to do. */
    static List<Warned> onePerCase(List<Warned> warned, Actor actor) {
        Map<UUID, Warned> byCase = new LinkedHashMap<>();
        warned.forEach(each -> byCase.merge(
                each.task().caseId(),
                each,
                (first, second) -> !isOwn(first.task(), actor) && isOwn(second.task(), actor) ? second : first));
        return List.copyOf(byCase.values());
    }

    private static int share(ClockView time) {
        if (time.state() != ClockState.RUNNING) {
            return 0;
        }
        int used = time.isOverdue() ? SHARES.get(0) : time.percentUsed();
        return SHARES.stream().filter(share -> used >= share).findFirst().orElse(0);
    }

    private static boolean isOwn(InboxTask task, Actor actor) {
        UUID holder = task.assignee();
        return holder == null ? actor.has(Role.valueOf(task.candidateRole())) : holder.equals(actor.id());
    }
}
