package io.shouxin.inbox;

import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind of task, implemented by the module whose task it is. Its panel on the screen is found by the same key. */
public interface TaskKind {

    /** Id of the user task in the model, e.g. {@code review-decisions}. */
    String key();

    /** Who may take it. */
    Role candidate();

    /** What the inbox shows of the case; asked when the task is opened. */
    Context context(UUID caseId);

    /**
     * Which of these cases this member of the firm may decide, beyond role and branch (e.g. never touched them before). Lists ask
     * for all of their cases at once.
     */
    default Set<UUID> decidable(Set<UUID> cases, Actor actor) {
        return cases;
    }

    /** As {@link #decidable}, of one case. */
    default boolean mayDecide(UUID caseId, Actor actor) {
        return decidable(Set.of(caseId), actor).contains(caseId);
    }

    /** Whether it wants somebody who had no hand in the case, so that nobody of the firm may be left for it. */
    default boolean wantsIndependent() {
        return false;
    }

    /** Called once for a task of which officer and administrators were told that nobody of its role may decide it. */
    default void nobodyLeft(UUID caseId) {}

    /**
     * Locks the case for the rest of the transaction. The inbox asks for it before it locks the task: whoever changes a case and
     * with it its tasks (a claim, a cancellation) takes them in that order too, and crosswise two would wait for each other.
     */
    default void lock(UUID caseId) {}

    /**
     * Decides the task: changes the aggregate and answers what the process is told.
     *
     * @param fields the decision fields of this kind, from screen or API
     * @return the codes that the engine gets, e.g. {@code outcome=APPROVED}
     * @throws io.shouxin.shared.InvalidInput if a field is missing or wrong
     */
    Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor);

    /**
     * @param label names the task in the list, {@code inbox.kind.<label>}: the key, or closer than it what this one is about
     * @param waiting true while the client owes something, so that the clock stands still
     */
    record Context(
            String label,
            String reference,
            String type,
            String channel,
            @Nullable UUID subjectId,
            UUID branchId,
            @Nullable LocalDate dueOn,
            boolean waiting) {}
}
