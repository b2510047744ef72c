package io.shouxin.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of the inbox are listed, and in which order. It knows codes and ids and no text, so that a saved one holds nobody's data.
 *
 * @param branch only tasks of this branch; null for all that the person sees
 * @param kind only tasks of this {@link TaskKind}; null for all
 * @param holder whose, where {@code hand} is {@link Hand#COLLEAGUE}; else null
 */
public record ListFilter(
        Inbox.Filter part,
        @Nullable UUID branch,
        @Nullable String kind,
        Hand hand,
        @Nullable UUID holder,
        Order order) {

    /** In whose hand. */
    public enum Hand {
        ANYBODY,
        NOBODY,
        MINE,
        COLLEAGUE
    }

    /** What stands first. */
    public enum Order {
        /** The nearest date. */
        DUE,
        NEWEST,
        OLDEST
    }

    public ListFilter {
        if ((hand == Hand.COLLEAGUE) == (holder == null)) {
            throw new IllegalArgumentException("A holder belongs to COLLEAGUE and to nothing else");
        }
    }

    /** The whole of a part, the nearest date first. */
    public static ListFilter of(Inbox.Filter part) {
        return new ListFilter(part, null, null, Hand.ANYBODY, null, Order.DUE);
    }

    public ListFilter inBranch(@Nullable UUID wanted) {
        return new ListFilter(part, wanted, kind, hand, holder, order);
    }

    public ListFilter ofKind(@Nullable String wanted) {
        return new ListFilter(part, branch, wanted, hand, holder, order);
    }

    public ListFilter heldBy(UUID colleague) {
        return new ListFilter(part, branch, kind, Hand.COLLEAGUE, colleague, order);
    }

    /** @param wanted anything but {@link Hand#COLLEAGUE}, which needs a name */
    public ListFilter inHand(Hand wanted) {
        return new ListFilter(part, branch, kind, wanted, null, order);
    }

    public ListFilter sorted(Order wanted) {
        return new ListFilter(part, branch, kind, hand, holder, wanted);
    }

    /** Whether it is the whole of its part in the usual order, which needs no view to come back to. */
    public boolean isWholePart() {
        return equals(of(part));
    }
}
