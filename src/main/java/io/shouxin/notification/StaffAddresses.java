package io.shouxin.notification;

import java.util.Optional;
import java.util.UUID;

/** Where members of the firm get mail. */
public interface StaffAddresses {

    /** Empty for somebody of whom none is known, or who has left. */
    Optional<String> mailboxOf(UUID account);
}
