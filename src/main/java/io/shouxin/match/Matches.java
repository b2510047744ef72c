package io.shouxin.match;

import io.shouxin.record.Category;
import io.shouxin.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs that may be one person, as members of the firm see them in their branches. */
public interface Matches {

    /** Who may compare, merge, keep apart and undo. */
    Set<Role> DECIDERS = Set.of(Role.STAFF, Role.PRIVACY_OFFICER);

    /**
     * Both sides, masked; the look is logged.
     *
     * @throws io.shouxin.shared.NotFound if there is none in the actor's branches
     */
    View view(UUID match);

    /** One person of the pair unmasked; who looked is logged. */
    String reveal(UUID match, UUID person);

    /** Who was merged into this person, as far as it can still be undone in time. */
    List<Merge> mergesInto(UUID person);

    /**
     * Makes two people of one again.
     *
     * @throws io.shouxin.shared.InvalidInput with the sentence of the obstacle
     */
    void undo(UUID match);

    /**
     * @param lines field by field; none where one side is hidden from the actor
     * @param obstacle why they cannot be merged now, or null
     */
    record View(
            PossibleMatch match,
            Side first,
            Side second,
            List<Line> lines,
            @Nullable Obstacle obstacle) {}

    /**
     * One of the two.
     *
     * @param visible false for a person of other branches only: that there is somebody, and no more
     * @param masked name and telephone, masked
     * @param since since when on file
     */
    record Side(
            UUID person,
            boolean visible,
            String masked,
            @Nullable Instant since,
            Map<Category, Integer> records,
            List<Belongings.Matter> underWay) {}

    /** A field of both, masked. */
    record Line(Field field, String first, String second, Likeness likeness) {}

    /** By what people are compared. */
    enum Field {
        NAME,
        PHONE,
        ID_NUMBER,
        EMAIL
    }

    /** How the two compare in one field, judged on the whole values and not on what is shown. */
    enum Likeness {
        SAME,
        /** They share a value and have others besides. */
        PARTLY,
        DIFFERENT,
        /** One of them has none. */
        ONE_SIDED
    }

    /** A merge that may still be undone in time. */
    record Merge(UUID match, String reference, Instant at, LocalDate undoUntil, Optional<Obstacle> obstacle) {}
}
