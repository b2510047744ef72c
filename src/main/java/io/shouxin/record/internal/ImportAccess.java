package io.shouxin.record.internal;

import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may import for which branches, and work with what was imported for them. */
@Component
class ImportAccess {

    /** Who may work with the imports of every branch. */
    private static final Set<Role> WHOLE_FIRM = Set.of(Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

    private static final Set<Role> IMPORTERS = Set.of(Role.STAFF, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

    private final Firms firms;

    ImportAccess(Firms firms) {
        this.firms = firms;
    }

    boolean toWholeFirm(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM || actor.hasAny(WHOLE_FIRM);
    }

    boolean may(Actor actor, UUID branch) {
        return switch (actor.kind()) {
            case SYSTEM -> true;
            case STAFF, INTEGRATOR ->
                actor.hasAny(WHOLE_FIRM)
                        || (actor.sees(branch) && (actor.kind() == Actor.Kind.INTEGRATOR || actor.hasAny(IMPORTERS)));
            case CLIENT, ANONYMOUS -> false;
        };
    }

    Set<UUID> branches(Actor actor) {
        return firms.branches().stream()
                .map(Branch::id)
                .filter(branch -> may(actor, branch))
                .collect(Collectors.toSet());
    }
}
