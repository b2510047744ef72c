package io.shouxin.inbox;

import java.util.UUID;

/** Names of colleagues by account, for "is being handled by"; implemented where the accounts are. */
public interface StaffNames {

    /** A dash where there is no such account. */
    String nameOf(UUID account);
}
