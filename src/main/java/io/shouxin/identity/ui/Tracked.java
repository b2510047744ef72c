package io.shouxin.identity.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;

/**
 * The case that was last asked for in this browser session. It outlives the sign-in, so that whoever comes back because there is no
 * such case finds what they typed; it ends with the session.
 */
record Tracked(String reference, String phone) {

    static Optional<Tracked> current() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Tracked.class));
    }

    void keep() {
        VaadinSession.getCurrent().setAttribute(Tracked.class, this);
    }
}
