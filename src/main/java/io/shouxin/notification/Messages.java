package io.shouxin.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Messages to people. They are written in the business transaction and handed over afterwards, each once for each time that the firm
 * wants it sent: what may have gone out is looked up or shown to a person, never blindly repeated (docs/adr/0008).
 */
public interface Messages {

    /** Whether anybody can be reached in this way. */
    boolean canReach(Medium medium);

    /** Whether one-time codes can be sent: to numbers only, because a mailbox proves nothing about who signs in (OWASP ASVS 6.3.6). */
    boolean canSendCodes();

    /** Writes the message in the caller's transaction. */
    UUID send(Outgoing outgoing);

    /**
     * Writes a mail to a member of the firm in the caller's transaction. It is kept for a day; what the evidence log names is the account,
     * not the address.
     */
    UUID sendToStaff(StaffMessage message, String mailbox);

    /**
     * Deletes every message of these cases, whose keys the caller destroys; one that was never handed over is not sent any more.
     *
     * @return how many there were
     */
    int deleteAll(Collection<UUID> cases);

    /** The newest messages, opened: for the mailbox page of the demo only. */
    List<Delivered> newest(int limit);

    /** A message as a mailbox shows it. */
    record Delivered(UUID id, String to, String text, Instant at) {}
}
