package io.shouxin.identity.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;

/**
 * The number of the case that was last asked for in this browser session, until that is found. It outlives the sign-in, so that whoever comes
 * back because there is no such case finds what they typed. It holds no telephone: the browser may be a counter's, and the next person's.
 */
record Tracked(String reference) {

    static Optional<Tracked> current() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Tracked.class));
    }

    void keep() {
        VaadinSession.getCurrent().setAttribute(Tracked.class, this);
    }

    static void forget() {
        VaadinSession.getCurrent().setAttribute(Tracked.class, null);
    }
}
