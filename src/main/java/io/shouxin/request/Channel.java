package io.shouxin.request;

/** How a request came in. */
public enum Channel {
    PORTAL,
    COUNTER,
    PHONE,
    LETTER,
    API;

    /** Whether somebody of the firm wrote down what a client said, so that the words are not the client's own. */
    public boolean isNotedByStaff() {
        return this == COUNTER || this == PHONE || this == LETTER;
    }
}
