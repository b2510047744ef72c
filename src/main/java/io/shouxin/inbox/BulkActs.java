package io.shouxin.inbox;

import io.shouxin.inbox.HandOvers.Obstacle;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What may be done to many tasks at once: giving them back and passing them on, both of which can be undone. Decisions are never among
 * it: each is about somebody, and wants to be looked at. Every task stands for itself, in a transaction of its own.
 */
@Service
public class BulkActs {

    /** Tasks at once. */
    public static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(BulkActs.class);

    private final Inbox inbox;
    private final HandOvers handOvers;

    public BulkActs(Inbox inbox, HandOvers handOvers) {
        this.inbox = inbox;
        this.handOvers = handOvers;
    }

    /**
     * What is done, or would be done, to one task.
     *
     * @param reference of its case; empty where this person may not see the task any more
     * @param obstacle why not; null if nothing stands in the way
     * @param holder who has it in hand; null where nobody has
     */
    public record Line(
            UUID task,
            String reference,
            @Nullable Obstacle obstacle,
            @Nullable UUID holder) {

        public boolean isFine() {
            return obstacle == null;
        }
    }

    /**
     * @param tasks at most {@link #MOST}
     * @param to the colleague, or null to give them back to everybody
     */
    public List<Line> preview(List<UUID> tasks, @Nullable UUID to) {
        if (tasks.size() > MOST) {
            throw new InvalidInput("", "inbox.bulk.many", MOST);
        }
        Optional<Actor> colleague = to == null ? Optional.empty() : handOvers.colleague(to);
        return tasks.stream().map(task -> look(task, to, colleague)).toList();
    }

    /**
     * Does what the preview said can be done, and says of each task what came of it; what has changed since then is told, not overrun.
     *
     * @param seen the preview that the person saw
     * @param to the colleague, or null to give them back to everybody
     */
    public List<Line> run(List<Line> seen, @Nullable UUID to) {
        return seen.stream().map(line -> line.isFine() ? act(line, to) : line).toList();
    }

    /** Whatever happens to one task, the others are gone on with, and the person learns of each. */
    private Line act(Line seen, @Nullable UUID to) {
        try {
            HandOvers.Outcome outcome = handOvers.handOver(seen.task(), to, seen.holder());
            return new Line(seen.task(), seen.reference(), outcome.obstacle(), outcome.holder());
        } catch (NotFound e) {
            return new Line(seen.task(), seen.reference(), Obstacle.DONE, null);
        } catch (RuntimeException e) {
            LOG.error(
                    "Task {} could not be handed over: {}",
                    seen.task(),
                    e.getClass().getName());
            return new Line(seen.task(), seen.reference(), Obstacle.FAILED, null);
        }
    }

    private Line look(UUID id, @Nullable UUID to, Optional<Actor> colleague) {
        InboxTask task;
        try {
            task = inbox.get(id);
        } catch (NotFound e) {
            return new Line(id, "", Obstacle.DONE, null);
        }
        Optional<Obstacle> obstacle =
                to == null ? handOvers.obstacleToGivingBack(task) : handOvers.obstacleToPassingOn(task, to, colleague);
        return new Line(id, task.caseReference(), obstacle.orElse(null), task.assignee());
    }
}
