package io.shouxin.shared;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. Only {@link #kind()} and {@link #id()} may reach logs and the evidence log; {@link #label()} is for screens.
 *
 * @param id the account, the data subject, or null for the system and for strangers
 * @param label a name for screens, never logged
 * @param branches the branches a member of the firm may see; empty for everybody else
 */
public record Actor(Kind kind, @Nullable UUID id, String label, Set<Role> roles, Set<UUID> branches) {

    public enum Kind {
        CLIENT,
        STAFF,
        SYSTEM,
        INTEGRATOR,
        ANONYMOUS
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "system", Set.of(), Set.of());
    public static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, null, "anonymous", Set.of(), Set.of());

    public Actor {
        roles = Set.copyOf(roles);
        branches = Set.copyOf(branches);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Set<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    public boolean sees(UUID branch) {
        return kind == Kind.SYSTEM || branches.contains(branch);
    }

    public boolean isClient(UUID subject) {
        return kind == Kind.CLIENT && subject.equals(id);
    }
}
