package io.shouxin.request;

import java.util.Optional;

/**
 * Who asks for another person in this browser session. Their telephone need not be on file, so that they are no client who has signed in:
 * they have proved the telephone by a code and said their name, and may see nothing but what they write.
 */
public interface RequesterSession {

    /**
     * @param name as typed
     * @param phone in its normal form
     */
    record Requester(String name, String phone) {}

    /** How the asking for a code went; the same for numbers that are on file and for those that are not. */
    enum Asked {
        SENT,
        TOO_MANY,
        NO_CHANNEL
    }

    /** Whether codes can be sent at all. */
    boolean canAsk();

    /** Whoever has proved their telephone in this session. */
    Optional<Requester> current();

    /** The same, or whoever has typed it and waits for the code. */
    Optional<Requester> typed();

    /**
     * Sends a code to the number, whoever's it is.
     *
     * @param next the page to go to after the right code
     */
    Asked askCode(Requester requester, String next);

    /** Whoever has proved the telephone corrects their name. */
    void rename(String name);

    /**
     * The request is sent: from now on this browser session stands for whoever holds the case.
     *
     * @throws java.util.NoSuchElementException if nobody has proved a telephone in this session
     */
    void follow(SubjectRequest request);
}
