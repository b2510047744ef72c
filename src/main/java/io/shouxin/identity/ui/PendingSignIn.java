package io.shouxin.identity.ui;

import com.vaadin.flow.server.VaadinSession;
import io.shouxin.identity.OneTimeCodes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in between the number and the code. It lives in the session, so that the code page can be loaded again, and never in
 * an address.
 *
 * @param reference the case to follow, or null to sign in with the number alone
 * @param requester the name of whoever asks for another person, or null to sign in
 * @param next where to go afterwards
 * @param candidates after the right code: the several people of this number, who are asked for their name
 * @param wrongNames how often a wrong name was given
 */
record PendingSignIn(
        String phone,
        @Nullable String reference,
        @Nullable String requester,
        String next,
        Instant askedAt,
        List<UUID> candidates,
        int wrongNames) {

    static PendingSignIn asked(String phone, @Nullable String reference, String next, Instant now) {
        return new PendingSignIn(phone, reference, null, next, now, List.of(), 0);
    }

    /** Of somebody who asks for another person: nobody is signed in by it, the telephone is proved. */
    static PendingSignIn ofRequester(String phone, String name, String next, Instant now) {
        return new PendingSignIn(phone, null, name, next, now, List.of(), 0);
    }

    PendingSignIn askedAgain(Instant now) {
        return new PendingSignIn(phone, reference, requester, next, now, candidates, wrongNames);
    }

    PendingSignIn among(List<UUID> people) {
        return new PendingSignIn(phone, reference, requester, next, askedAt, people, 0);
    }

    PendingSignIn wrongName() {
        return new PendingSignIn(phone, reference, requester, next, askedAt, candidates, wrongNames + 1);
    }

    static Optional<PendingSignIn> current() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(PendingSignIn.class));
    }

    /** The one whose code can still be typed: what is older was left by somebody, perhaps by another person. */
    static Optional<PendingSignIn> open(Instant now) {
        return current().filter(pending -> now.isBefore(pending.askedAt().plus(OneTimeCodes.LIFE)));
    }

    void keep() {
        VaadinSession.getCurrent().setAttribute(PendingSignIn.class, this);
    }

    static void forget() {
        VaadinSession.getCurrent().setAttribute(PendingSignIn.class, null);
    }
}
