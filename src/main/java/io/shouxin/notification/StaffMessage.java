package io.shouxin.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to a member of the firm. It holds numbers of cases and dates, never what a client said or who they are: it may leave
 * the house by mail.
 *
 * @param addressee the colleague's name, for whoever shows the message
 */
public record StaffMessage(UUID id, UUID account, String addressee, String subject, String text, Instant at) {}
