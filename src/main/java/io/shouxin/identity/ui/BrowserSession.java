package io.shouxin.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.identity.ClientPrincipal;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ui.OtherWindows;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Ties a client to this browser session, and unties them. The session's id changes with who it stands for (OWASP ASVS 7.2). */
@SpringComponent
class BrowserSession {

    private static final String SECRET = "shouxin.browser";
    private static final int SECRET_BYTES = 32;
    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final ClientSignIn signIn;
    private final SecureRandom random = new SecureRandom();

    BrowserSession(ClientSignIn signIn) {
        this.signIn = signIn;
    }

    /** A secret of this session, to which codes are bound: a code read over a shoulder is of no use elsewhere. */
    String secret() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(SECRET) instanceof String secret) {
            return secret;
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        session.setAttribute(SECRET, fresh);
        return fresh;
    }

    static String address() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String address = request == null ? null : request.getRemoteAddr();
        return address == null ? "" : address;
    }

    /**
     * @param phone the number that was proved
     * @param reference the case by whose number they sign in, or null
     * @return false where the client was somebody else meanwhile, and nobody is signed in
     */
    boolean begin(UUID owner, String phone, @Nullable String reference) {
        Optional<ClientPrincipal> principal = signIn.signedIn(owner, phone, reference);
        if (principal.isEmpty()) {
            return false;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(
                principal.get(), null, List.of(new SimpleGrantedAuthority("ROLE_CLIENT"))));
        renew();
        VaadinSession.getCurrent().getSession().setAttribute(CONTEXT, context);
        SecurityContextHolder.setContext(context);
        PendingSignIn.forget();
        Requesting.forget();
        return true;
    }

    /** Whoever knew the session's id before does not know it any more. */
    void renew() {
        @Nullable VaadinRequest request = VaadinService.getCurrentRequest();
        if (request instanceof VaadinServletRequest servlet) {
            servlet.getHttpServletRequest().changeSessionId();
        }
    }

    /** Ends the whole session, so that no other tab of it still shows anything. */
    void end(UI ui, Actor client, String then) {
        if (client.kind() == Actor.Kind.CLIENT) {
            signIn.signedOut(client);
        }
        OtherWindows.leave(ui);
        ui.getPage().setLocation(then);
        SecurityContextHolder.clearContext();
        WrappedSession session = VaadinSession.getCurrent().getSession();
        session.setAttribute(CONTEXT, null);
        session.invalidate();
    }
}
