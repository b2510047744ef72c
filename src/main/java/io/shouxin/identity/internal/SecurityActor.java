package io.shouxin.identity.internal;

import io.shouxin.identity.ApiClients;
import io.shouxin.identity.ClientPrincipal;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.subject.Subjects;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Reads the actor from the security context; roles and branches come from the account as it stands now. */
@Component
class SecurityActor implements CurrentActor {

    private final StaffAccounts accounts;
    private final ApiClients clients;
    private final Subjects subjects;

    SecurityActor(StaffAccounts accounts, ApiClients clients, Subjects subjects) {
        this.accounts = accounts;
        this.clients = clients;
        this.subjects = subjects;
    }

    @Override
    public Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Actor.ANONYMOUS;
        }
        Object principal = authentication.getPrincipal();
        if (principal instanceof ClientPrincipal client) {
            return isProven(client)
                    ? new Actor(Actor.Kind.CLIENT, client.owner(), "client", Set.of(), Set.of())
                    : Actor.ANONYMOUS;
        }
        if (principal instanceof UserDetails user) {
            return accounts.standing(user.getUsername())
                    .filter(standing -> StaffUser.isStill(user, standing))
                    .map(StaffAccounts.Standing::actor)
                    .orElse(Actor.ANONYMOUS);
        }
        if (principal instanceof Jwt jwt) {
            return clients.actor(jwt.getSubject());
        }
        return Actor.ANONYMOUS;
    }

    @Override
    public boolean mustProveAgain() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof ClientPrincipal client
                && !isProven(client);
    }

    /** Whoever proved to be one of two people who were taken for one may be the other (docs/adr/0023). */
    private boolean isProven(ClientPrincipal client) {
        return subjects.timesParted(client.owner()) == client.parted();
    }
}
