package io.shouxin.request;

import io.shouxin.notification.MessageView;
import java.util.List;
import java.util.UUID;

/**
 * What became of the messages to clients, and what staff do about those that did not go out: who asked for something must hear of it
 * in time (PIPL 50), also when an SMS does not arrive.
 */
public interface CaseNotices {

    /** The messages of a case, oldest first; empty for a case that the actor may not see. */
    List<MessageView> of(RequestId id);

    /** What somebody must see to in the actor's branches, newest first. */
    List<Undelivered> undelivered();

    /**
     * Sends a message once more.
     *
     * @throws io.shouxin.shared.NotFound if the actor may not handle the case, or it has no such message
     * @throws io.shouxin.shared.StateRefused if nobody need see to it, or there is no way to send it
     */
    void sendAgain(RequestId id, UUID message);

    /**
     * Notes that somebody has seen to a message.
     *
     * @throws io.shouxin.shared.NotFound as {@link #sendAgain}
     * @throws io.shouxin.shared.StateRefused if nobody need
     */
    void settle(RequestId id, UUID message, MessageView.Settled how);

    record Undelivered(SubjectRequest request, MessageView message) {}
}
