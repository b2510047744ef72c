package io.shouxin.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * A client who has signed in with a one-time code.
 *
 * @param owner the data subject, or the case itself where the firm knows nobody behind it
 */
public record ClientPrincipal(UUID owner) implements Principal, Serializable {

    @Override
    public String getName() {
        return owner.toString();
    }
}
