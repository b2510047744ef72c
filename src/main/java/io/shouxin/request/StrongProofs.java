package io.shouxin.request;

import java.util.List;
import java.util.UUID;

/** Asks a client what only the person would know; implemented by the identity module. */
public interface StrongProofs {

    /** How an answer was. */
    enum Result {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /** Which questions can be put to this person, the best first; maybe none. */
    List<ProofMethod> questions(UUID subject);

    /** How many characters the answer to such a question has. */
    int characters(ProofMethod method);

    /** How many answers may still be tried before the person has to wait. */
    int triesLeft(UUID subject);

    /**
     * Checks an answer of the person who has signed in; wrong ones are limited and logged.
     *
     * @throws io.shouxin.shared.AccessRefused if the person is somebody else, or has to sign in again
     */
    Result check(UUID subject, ProofMethod method, String given);
}
