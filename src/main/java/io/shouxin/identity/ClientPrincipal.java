package io.shouxin.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * A client who has signed in with a one-time code.
 *
 * @param owner the data subject, or the case itself where the firm knows nobody behind it
 * @param parted how often a merge into the owner had been undone when they proved who they are: one who proved it while two people
 *     were one on file may be either of them
 */
public record ClientPrincipal(UUID owner, int parted) implements Principal, Serializable {

    @Override
    public String getName() {
        return owner.toString();
    }
}
