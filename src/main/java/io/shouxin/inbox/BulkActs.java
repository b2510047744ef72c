package io.shouxin.inbox;

import io.shouxin.inbox.HandOvers.Obstacle;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What may be done to many tasks at once: giving them back and passing them on, both of which can be undone. Decisions are never among
 * it: each is about somebody, and wants to be looked at. Every task stands for itself, in a transaction of its own.
 */
@Service
public class BulkActs {

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
            UUID task, String reference, @Nullable Obstacle obstacle, @Nullable UUID holder) {

        public boolean isFine() {
            return obstacle == null;
        }
    }

    /** @param to the colleague, or null to give them back to everybody */
    public List<Line> preview(List<UUID> tasks, @Nullable UUID to) {
        return tasks.stream().map(task -> look(task, to)).toList();
    }

    /**
     * Does what can be done, and says of each task what came of it; what has changed since the preview is told, not overrun.
     *
     * @param to the colleague, or null to give them back to everybody
     */
    public List<Line> run(List<UUID> tasks, @Nullable UUID to) {
        List<Line> results = new ArrayList<>();
        for (UUID task : tasks) {
            Line seen = look(task, to);
            results.add(seen.isFine() ? act(seen, to) : seen);
        }
        return results;
    }

    private Line act(Line seen, @Nullable UUID to) {
        try {
            if (to == null) {
                inbox.release(seen.task());
            } else {
                handOvers.passOn(seen.task(), to);
            }
            return seen;
        } catch (TaskGone | NotFound e) {
            return new Line(seen.task(), seen.reference(), Obstacle.DONE, null);
        } catch (AlreadyClaimed e) {
            return new Line(seen.task(), seen.reference(), Obstacle.HELD, e.holder());
        } catch (AccessRefused e) {
            return new Line(seen.task(), seen.reference(), to == null ? Obstacle.HELD : Obstacle.MAY_NOT, seen.holder());
        }
    }

    private Line look(UUID id, @Nullable UUID to) {
        InboxTask task;
        try {
            task = inbox.get(id);
        } catch (NotFound e) {
            return new Line(id, "", Obstacle.DONE, null);
        }
        Optional<Obstacle> obstacle =
                to == null ? handOvers.obstacleToGivingBack(task) : handOvers.obstacleToPassingOn(task, to);
        return new Line(id, task.caseReference(), obstacle.orElse(null), task.assignee());
    }
}
