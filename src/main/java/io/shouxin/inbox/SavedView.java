package io.shouxin.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of the inbox that somebody saved under a name.
 *
 * @param owner who saved it
 * @param sharedIn the branch whose people see it, where the audience is {@link Audience#BRANCH}; else null
 */
public record SavedView(
        UUID id, UUID owner, Audience audience, @Nullable UUID sharedIn, String name, ListFilter filter) {

    /** Who sees it; what each of them finds in it depends on their own roles and branches. */
    public enum Audience {
        OWN,
        BRANCH,
        FIRM
    }
}
