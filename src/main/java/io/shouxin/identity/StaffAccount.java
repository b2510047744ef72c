package io.shouxin.identity;

import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Set;
import java.util.UUID;

/** A member of the firm who signs in. */
public record StaffAccount(
        UUID id, String username, String displayName, Set<Role> roles, Set<UUID> branches, boolean active) {

    public StaffAccount {
        roles = Set.copyOf(roles);
        branches = Set.copyOf(branches);
    }

    public Actor actor() {
        return new Actor(Actor.Kind.STAFF, id, displayName, roles, branches);
    }
}
