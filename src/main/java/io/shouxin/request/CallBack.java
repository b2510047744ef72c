package io.shouxin.request;

/** Whether the firm is to call the client back at the number on file to learn who they are, and what became of it. */
public enum CallBack {
    /** Nobody has asked for a call; the firm owes one only where it has no question to put online. */
    NONE,
    /** The client would rather be called: the firm owes the call. */
    WANTED,
    /** A clerk has called and written down that it confirmed nothing: the client owes proof. */
    NOT_REACHED
}
