package io.shouxin.identity.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.Actor;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Writes every sign-in and every refused one to the evidence log. */
@Component
class SignInEvents {

    private final EvidenceLog evidence;
    private final StaffAccounts accounts;

    SignInEvents(EvidenceLog evidence, StaffAccounts accounts) {
        this.evidence = evidence;
        this.accounts = accounts;
    }

    AuthenticationSuccessHandler onSuccess() {
        SavedRequestAwareAuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler();
        next.setDefaultTargetUrl("/staff");
        return (request, response, authentication) -> {
            Actor actor = accounts.byUsername(authentication.getName())
                    .map(account -> account.actor())
                    .orElse(Actor.ANONYMOUS);
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.SIGNED_IN, actor)
                    .outcome("PASSWORD")
                    .build());
            next.onAuthenticationSuccess(request, response, authentication);
        };
    }

    AuthenticationFailureHandler onFailure() {
        SimpleUrlAuthenticationFailureHandler next = new SimpleUrlAuthenticationFailureHandler("/staff/login?error");
        return (request, response, exception) -> {
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.SIGN_IN_REFUSED, Actor.ANONYMOUS)
                    .outcome("PASSWORD")
                    .build());
            next.onAuthenticationFailure(request, response, exception);
        };
    }
}
