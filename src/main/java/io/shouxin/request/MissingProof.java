package io.shouxin.request;

/** What a case still lacks before it is known who is behind it, and so who has to move. */
public enum MissingProof {
    NOTHING,
    /** The client signs in with a code to the number on file; the clock rests until then. */
    CODE,
    /** The client shows something beyond a code; the clock rests until then. */
    STRONG,
    /** The firm calls the client; the clock runs on. */
    CALL,
    /** Whoever asks for another person hands in papers; the clock rests until then. */
    PAPERS,
    /** A clerk looks at the papers of whoever asks for another person; the clock runs on. */
    CHECK
}
