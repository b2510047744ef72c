package io.shouxin.notification;

/** A way to reach members of the firm outside the portal, such as mail. Without any, their messages are kept as not sent. */
public interface StaffMessages {

    /**
     * @throws RuntimeException if it cannot be handed over now; it is tried again
     */
    void deliver(StaffMessage message);
}
