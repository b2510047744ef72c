package io.shouxin.notification;

/** A way to reach people. Without any, messages are kept as not deliverable and the portal says so. */
public interface MessageChannel {

    /**
     * @throws RuntimeException if it cannot be handed over now; it is tried again
     */
    void deliver(String phone, String text);
}
