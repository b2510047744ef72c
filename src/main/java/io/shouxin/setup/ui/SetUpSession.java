package io.shouxin.setup.ui;

import com.vaadin.flow.server.VaadinSession;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of this browser session, to which the set-up is given. */
final class SetUpSession {

    private static final String HOLDER = "shouxin.setup";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SetUpSession() {}

    static String holder() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(HOLDER) instanceof String holder) {
            return holder;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        session.setAttribute(HOLDER, fresh);
        return fresh;
    }
}
