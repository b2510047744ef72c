package io.shouxin.notification;

/** Where a message stands. */
public enum MessageState {
    /** It waits for its turn, or for a channel that works again. */
    QUEUED,
    SENDING,
    /** The provider or mail server has taken it; whether it was read nobody can say. */
    SENT,
    /** It went out, or not: the answer did not come. It is never repeated without a person's word. */
    UNKNOWN,
    /** It certainly did not go out, and is not tried again by itself. */
    FAILED,
    /** There was no way to reach the person when it was written. */
    NO_CHANNEL;

    /** Whether a person must see to it that the client hears of the matter. */
    public boolean needsSomebody() {
        return this == UNKNOWN || this == FAILED || this == NO_CHANNEL;
    }
}
