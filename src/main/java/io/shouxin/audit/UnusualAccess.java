package io.shouxin.audit;

import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Unusual looking at people's data, for auditors and the privacy officer: of colleagues with whom they share a branch, and of what was
 * seen only what lies in their branches.
 */
public interface UnusualAccess {

    Set<Role> READERS = Set.of(Role.AUDITOR, Role.PRIVACY_OFFICER);

    /** How many days the list goes back; what is not closed yet stays in it for longer. */
    int DAYS = 30;

    int LONGEST_NOTE = 500;

    /** What a colleague saw or did; several times the same are one. */
    sealed interface Seen {

        int times();

        Instant lastAt();
    }

    /** A case, by its number. */
    record SeenCase(SubjectRequest request, int times, Instant lastAt) implements Seen {}

    /**
     * A person, by the number of their newest case.
     *
     * @param reference null if they have no case that the reader may see
     * @param branch where they are a client
     */
    record SeenPerson(UUID subject, @Nullable String reference, UUID branch, int times, Instant lastAt)
            implements Seen {}

    /** An import: rows of its file, or a file made of them. */
    record SeenImport(UUID id, boolean exported, int times, Instant lastAt) implements Seen {}

    /** Searches; whom they found is listed apart. */
    record Searches(int times, Instant lastAt) implements Seen {}

    /**
     * @param note empty once its key is gone
     */
    record Mark(Conclusion conclusion, UUID by, Instant at, String note) {}

    /** Why the reader may not conclude anything. */
    enum Hindrance {
        /** It is about the reader. */
        OWN,
        /** The colleague works in branches too that the reader does not see. */
        OTHER_BRANCHES,
        /** It is explained, or measures were taken. */
        CLOSED
    }

    /**
     * A finding with all that the reader may see of it.
     *
     * @param seen newest first
     * @param elsewhere how much of it is in other branches, erased, or beyond what is listed
     * @param open what the reader may conclude; empty where something hinders them
     */
    record Details(
            Finding finding,
            List<Seen> seen,
            int elsewhere,
            List<Mark> marks,
            @Nullable Hindrance hindrance,
            List<Conclusion> open) {}

    /**
     * The newest first.
     *
     * @param state null for all
     */
    List<Finding> list(@Nullable FindingState state, int limit);

    /** How many there are of each state. */
    Map<FindingState, Integer> counts();

    /** Whether something waits for the actor as the privacy officer that was handed on to her, and that she may conclude. */
    boolean isSomethingHandedOn();

    /** Until when the log has been looked through. */
    Optional<Instant> checkedUntil();

    /**
     * Opens a finding; whom it shows is logged.
     *
     * @throws io.shouxin.shared.NotFound if there is none that the actor may see
     */
    Details get(UUID id);

    /**
     * Marks a finding as looked at.
     *
     * @param entriesSeen {@link Finding#entries} as it was read
     * @throws io.shouxin.shared.AccessRefused if it is about the actor, or about branches that they do not see, or if the conclusion
     *     is not theirs ({@link Conclusion#isFor})
     * @throws io.shouxin.shared.StateRefused if it has grown, or was concluded meanwhile
     * @throws io.shouxin.shared.InvalidInput if the note is missing or too long
     */
    void mark(UUID id, int entriesSeen, Conclusion conclusion, String note);
}
