package io.shouxin.inbox;

/** The message of a working day's morning that tells each member of the firm what presses. */
public interface Digests {

    /**
     * Writes the day's digests if it is a working day, its hour has come and no node has written them; may be called at any time.
     *
     * @return how many people get one
     */
    int writeNow();
}
