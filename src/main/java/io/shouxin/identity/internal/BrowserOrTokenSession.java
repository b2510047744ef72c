package io.shouxin.identity.internal;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.shouxin.shared.CurrentSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** A page that the server changes by itself has no call of the browser behind it, but still the browser's session. */
@Component
class BrowserOrTokenSession implements CurrentSession {

    @Override
    public Optional<String> id() {
        VaadinSession page = VaadinSession.getCurrent();
        return page == null ? token() : Optional.ofNullable(page.getSession()).map(WrappedSession::getId);
    }

    private static Optional<String> token() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Optional.ofNullable(token.getId())
                : Optional.empty();
    }
}
