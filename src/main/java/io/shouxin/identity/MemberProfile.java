package io.shouxin.identity;

import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.util.Set;
import java.util.UUID;

/** What an administrator enters about a member of the firm: how they are called, what they do and where. */
public record MemberProfile(String displayName, Set<Role> roles, Set<UUID> branches) {

    private static final int LONGEST_NAME = 40;

    public MemberProfile {
        displayName = displayName.strip();
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            throw new InvalidInput("/displayName", "identity.people.error.name", LONGEST_NAME);
        }
        if (roles.isEmpty()) {
            throw new InvalidInput("/roles", "identity.people.error.roles");
        }
        if (branches.isEmpty() && !roles.equals(Set.of(Role.ADMINISTRATOR))) {
            throw new InvalidInput("/branches", "identity.people.error.branches");
        }
        roles = Set.copyOf(roles);
        branches = Set.copyOf(branches);
    }
}
