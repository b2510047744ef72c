package io.shouxin.notification;

/**
 * A way to reach people that is built in and takes the place of every channel that is set up: the demo's mailbox. A firm's own
 * channels are rows, see {@link Channels}.
 */
public interface MessageChannel {

    /**
     * @param to a number or an address
     * @throws RuntimeException if it cannot be handed over now; it is tried again
     */
    void deliver(String to, String text);
}
