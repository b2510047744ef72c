package io.shouxin.request;

import io.shouxin.shared.StateRefused;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who asks for another person may do so (代办权限). It refuses what its state does not allow; who they are and
 * what they wrote lies in the case file.
 */
public final class Authority {

    /** How far it has come. */
    public enum State {
        /** The requester owes papers. */
        AWAITED,
        /** Papers are at hand, and a person has to look at them. */
        TO_CHECK,
        CONFIRMED,
        /** A person has refused it; a second person confirms that or returns it. */
        REFUSED
    }

    /** How a paper was seen. */
    public enum Sight {
        /** In a file that was handed in. */
        FILE,
        /** The original, at the counter. */
        ORIGINAL,
        /** What it would show is on file already. */
        ON_FILE,
        /** Said in the request itself. */
        STATED
    }

    private final RequestId request;
    private final Capacity capacity;
    private final @Nullable Ward ward;
    private final boolean lawyer;
    private State state;
    private Map<Paper, Sight> seen;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    /** As it stands in the database; only the repository and {@link #claimed} build one. */
    public Authority(Snapshot s) {
        this.request = s.request();
        this.capacity = s.capacity();
        this.ward = s.ward();
        this.lawyer = s.lawyer();
        this.state = s.state();
        this.seen = copy(s.seen());
        this.decidedBy = s.decidedBy();
        this.decidedAt = s.decidedAt();
    }

    /** All state, for the repository. */
    public record Snapshot(
            RequestId request,
            Capacity capacity,
            @Nullable Ward ward,
            boolean lawyer,
            State state,
            Map<Paper, Sight> seen,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    /** @param papersAtHand whether whoever enters the request has the papers before them, or can ask for them at once */
    public static Authority claimed(RequestId request, OnBehalf claim, boolean papersAtHand) {
        return new Authority(new Snapshot(
                request,
                claim.capacity(),
                claim.ward(),
                claim.lawyer(),
                papersAtHand ? State.TO_CHECK : State.AWAITED,
                Map.of(),
                null,
                null));
    }

    /** Papers came, or whoever waits for them was shown them. */
    public void papersCame() {
        require(state == State.AWAITED || state == State.TO_CHECK, "hand in papers");
        state = State.TO_CHECK;
    }

    /** A person looked, and something is missing. */
    public void askAgain(Map<Paper, Sight> shown) {
        require(state == State.TO_CHECK, "ask for papers");
        seen = copy(shown);
        state = State.AWAITED;
    }

    /**
     * A person vouches for it.
     *
     * @param asked what has to be shown
     * @throws StateRefused if one of the needs is not shown
     */
    public void confirm(List<AskedNeed> asked, Map<Paper, Sight> shown, UUID by, Instant now) {
        require(state == State.TO_CHECK && missing(asked, shown.keySet()).isEmpty(), "confirm");
        seen = copy(shown);
        decide(State.CONFIRMED, by, now);
    }

    /** A person refuses it. */
    public void refuse(Map<Paper, Sight> shown, UUID by, Instant now) {
        require(state == State.TO_CHECK, "refuse");
        seen = copy(shown);
        decide(State.REFUSED, by, now);
    }

    /** The second person returned the refusal, so that it is looked at once more. */
    public void refusalReturned() {
        require(state == State.REFUSED, "look at once more");
        state = State.TO_CHECK;
        decidedBy = null;
        decidedAt = null;
    }

    private void decide(State to, UUID by, Instant now) {
        state = to;
        decidedBy = by;
        decidedAt = now;
    }

    /** What is not shown by any of these papers. */
    public static List<AskedNeed> missing(List<AskedNeed> asked, Collection<Paper> shown) {
        return asked.stream().filter(need -> !need.isMetBy(shown)).toList();
    }

    public boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    private void require(boolean allowed, String action) {
        if (!allowed) {
            throw new StateRefused("Authority", request, state, action);
        }
    }

    private static Map<Paper, Sight> copy(Map<Paper, Sight> shown) {
        Map<Paper, Sight> copy = new EnumMap<>(Paper.class);
        copy.putAll(shown);
        return copy;
    }

    public Snapshot snapshot() {
        return new Snapshot(request, capacity, ward, lawyer, state, copy(seen), decidedBy, decidedAt);
    }

    public RequestId request() {
        return request;
    }

    public Capacity capacity() {
        return capacity;
    }

    public @Nullable Ward ward() {
        return ward;
    }

    public boolean lawyer() {
        return lawyer;
    }

    public State state() {
        return state;
    }

    /** What was seen at the last look, and how. */
    public Map<Paper, Sight> seen() {
        return copy(seen);
    }

    /** Who confirmed or refused it. */
    public @Nullable UUID decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
