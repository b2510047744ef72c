package io.shouxin.notification;

import java.util.UUID;

/**
 * A message to a member of the firm: a digest, a warning. It goes by mail where there is an address and a mail channel, else by SMS
 * where a channel takes free words. It is kept for a day.
 *
 * @param account whom it is for; this, not the address, is what the evidence log says
 * @param subject of a mail; ids and counts only, never what concerns a client
 */
public record StaffMessage(UUID account, String language, Address to, String subject, String text) {}
