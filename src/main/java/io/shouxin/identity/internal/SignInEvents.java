package io.shouxin.identity.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Writes every sign-in of staff, every refused one and every sign-out to the evidence log. */
@Component
class SignInEvents implements LogoutHandler {

    private final EvidenceLog evidence;
    private final StaffAccounts accounts;

    SignInEvents(EvidenceLog evidence, StaffAccounts accounts) {
        this.evidence = evidence;
        this.accounts = accounts;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        log(EvidenceKind.SIGNED_IN, actor(event.getAuthentication()));
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken) {
            log(EvidenceKind.SIGN_IN_REFUSED, Actor.ANONYMOUS);
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof UserDetails) {
            log(EvidenceKind.SIGNED_OUT, actor(authentication));
        }
    }

    private Actor actor(Authentication authentication) {
        return accounts.byUsername(authentication.getName())
                .map(StaffAccount::actor)
                .orElse(Actor.ANONYMOUS);
    }

    private void log(EvidenceKind kind, Actor actor) {
        evidence.appendRefused(EvidenceEvent.of(kind, actor).outcome("PASSWORD").build());
    }
}
