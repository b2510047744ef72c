package io.shouxin.notification;

import io.shouxin.shared.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the messages of cases, and what people do about those that did not go out. Who may see or touch which case is for
 * the caller to know.
 */
public interface Deliveries {

    /** The messages of a case, oldest first. */
    List<MessageView> ofCase(UUID caseId);

    /**
     * Messages of cases that somebody must see to, newest first.
     *
     * @param after the last one of the page before, or null for the first page
     */
    List<MessageView> undelivered(@Nullable MessageView after, int limit);

    /**
     * Sends the message once more, by whatever way there is now.
     *
     * @throws io.shouxin.shared.StateRefused if it waits, is under way or was sent
     */
    void sendAgain(UUID caseId, UUID message, Actor by);

    /**
     * Notes that a person has seen to it.
     *
     * @throws io.shouxin.shared.StateRefused if nobody need see to it
     */
    void settle(UUID caseId, UUID message, MessageView.Settled how, Actor by);
}
