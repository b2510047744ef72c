package io.shouxin.identity.internal;

import io.shouxin.identity.ApiClients;
import io.shouxin.identity.ClientPrincipal;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
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

    SecurityActor(StaffAccounts accounts, ApiClients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return Actor.ANONYMOUS;
        }
        Object principal = authentication.getPrincipal();
        if (principal instanceof ClientPrincipal client) {
            return new Actor(Actor.Kind.CLIENT, client.owner(), "client", Set.of(), Set.of());
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
}
