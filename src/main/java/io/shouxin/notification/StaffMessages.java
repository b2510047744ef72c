package io.shouxin.notification;

import java.util.UUID;

/** A way to reach members of the firm outside the portal, such as mail. Without any, their messages are kept as not sent. */
public interface StaffMessages {

    /** Whether this member of the firm can be reached now. */
    default boolean reaches(UUID account) {
        return true;
    }

    /**
     * Called in the transaction that notes it.
     *
     * @throws RuntimeException if it cannot be handed over now; it is tried again
     */
    void deliver(StaffMessage message);
}
