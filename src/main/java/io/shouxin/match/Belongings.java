package io.shouxin.match;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What another module has about people and what must go along when two are merged; implemented there. */
public interface Belongings {

    /** Locks what {@link #move} will change, before anybody locks the people. */
    default void lock(Collection<UUID> people) {}

    /** What of it forbids to merge these people, or to part them. */
    Optional<Obstacle> obstacle(Collection<UUID> people);

    /** What is under way for a person. */
    default List<Matter> underWay(UUID person) {
        return List.of();
    }

    /**
     * Gives everything of one person to another.
     *
     * @return ids by which {@link #moveBack} knows it again
     */
    default Set<UUID> move(UUID from, UUID to) {
        return Set.of();
    }

    /** Gives back to one person what had come to another; what was begun for both as one ends. */
    default void moveBack(Collection<UUID> moved, UUID from, UUID to) {}

    /** Whether something was decided for this person since, other than what came with the merge. */
    default boolean decidedSince(UUID person, Instant since, Collection<UUID> moved) {
        return false;
    }

    /**
     * Something under way.
     *
     * @param path where its page is
     */
    record Matter(String reference, String path) {}
}
