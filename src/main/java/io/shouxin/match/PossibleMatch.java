package io.shouxin.match;

import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two people on file who may be one, found by an import. OPEN becomes MERGED, KEPT_APART or VANISHED; MERGED may become UNDONE, for a
 * time, and what VANISHED because of that merge becomes OPEN again. Whatever the state does not allow is refused.
 */
public final class PossibleMatch {

    private final Found found;
    private MatchStatus status;
    private @Nullable UUID survivor;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable LocalDate undoUntil;
    private @Nullable UUID undoneBy;
    private @Nullable Instant undoneAt;

    /**
     * What the import found.
     *
     * @param dueOn until when somebody is to have decided; null before anybody is asked
     */
    public record Found(
            UUID id,
            String reference,
            UUID first,
            UUID second,
            UUID branchId,
            Instant foundAt,
            @Nullable LocalDate dueOn) {

        public Found {
            if (first.equals(second)) {
                throw new IllegalArgumentException("A person and themselves are no pair: " + first);
            }
        }

        public List<UUID> people() {
            return List.of(first, second);
        }
    }

    /** What has become of it. */
    public record Course(
            MatchStatus status,
            @Nullable UUID survivor,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            @Nullable LocalDate undoUntil,
            @Nullable UUID undoneBy,
            @Nullable Instant undoneAt) {

        static final Course NEW = new Course(MatchStatus.OPEN, null, null, null, null, null, null);
    }

    /** As it was stored. */
    public PossibleMatch(Found found, Course course) {
        this.found = found;
        this.status = course.status();
        this.survivor = course.survivor();
        this.decidedBy = course.decidedBy();
        this.decidedAt = course.decidedAt();
        this.undoUntil = course.undoUntil();
        this.undoneBy = course.undoneBy();
        this.undoneAt = course.undoneAt();
    }

    public static PossibleMatch of(Found found) {
        return new PossibleMatch(found, Course.NEW);
    }

    public UUID id() {
        return found.id();
    }

    public Found found() {
        return found;
    }

    public MatchStatus status() {
        return status;
    }

    public Course course() {
        return new Course(status, survivor, decidedBy, decidedAt, undoUntil, undoneBy, undoneAt);
    }

    /** Who has become part of the other; null unless they are merged. */
    public @Nullable UUID absorbed() {
        return survivor == null ? null : other(survivor);
    }

    /** The other one of the two. */
    public UUID other(UUID one) {
        return one.equals(found.first()) ? found.second() : found.first();
    }

    /**
     * They are one person.
     *
     * @param into the one of the two who stays
     * @param until the last day on which this may be undone
     */
    public void merge(UUID by, UUID into, Instant now, LocalDate until) {
        require(MatchStatus.OPEN, "merge");
        if (!found.people().contains(into)) {
            throw new IllegalArgumentException("Person " + into + " is not of match " + found.id());
        }
        status = MatchStatus.MERGED;
        survivor = into;
        undoUntil = until;
        decidedBy = by;
        decidedAt = now;
    }

    /** They are two people; nobody is asked again. */
    public void keepApart(UUID by, Instant now) {
        require(MatchStatus.OPEN, "keep apart");
        status = MatchStatus.KEPT_APART;
        decidedBy = by;
        decidedAt = now;
    }

    /** One of the two is nobody to compare any more. */
    public void vanish() {
        require(MatchStatus.OPEN, "vanish");
        status = MatchStatus.VANISHED;
    }

    /** Both are there to compare again. */
    public void askAgain() {
        require(MatchStatus.VANISHED, "ask again");
        status = MatchStatus.OPEN;
    }

    /** Whether a merge may still be undone as far as time goes. */
    public boolean mayBeUndoneOn(LocalDate day) {
        return status == MatchStatus.MERGED && undoUntil != null && !day.isAfter(undoUntil);
    }

    /** They are two people after all. */
    public void undo(UUID by, Instant now, LocalDate today) {
        require(MatchStatus.MERGED, "undo");
        if (!mayBeUndoneOn(today)) {
            throw new StateRefused("Match", found.reference(), "merged until " + undoUntil, "undo");
        }
        status = MatchStatus.UNDONE;
        undoneBy = by;
        undoneAt = now;
    }

    private void require(MatchStatus wanted, String action) {
        if (status != wanted) {
            throw new StateRefused("Match", found.reference(), status, action);
        }
    }
}
