package io.shouxin.identity.ui;

import com.vaadin.flow.server.VaadinSession;
import io.shouxin.request.RequesterSession.Requester;
import java.util.Optional;

/** Who has proved their telephone in this browser session to ask for another person; ends with the session, and with every sign-in. */
record Requesting(Requester who) {

    static Optional<Requesting> current() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Requesting.class));
    }

    void keep() {
        VaadinSession.getCurrent().setAttribute(Requesting.class, this);
    }

    static void forget() {
        VaadinSession.getCurrent().setAttribute(Requesting.class, null);
    }
}
