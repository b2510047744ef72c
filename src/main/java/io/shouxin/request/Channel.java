package io.shouxin.request;

/** How a request came in. */
public enum Channel {
    PORTAL,
    COUNTER,
    PHONE,
    LETTER,
    API,
    /** Nobody asked: what a law had kept until a day came back by itself, see {@link StorageEnds}. */
    CLOCK;

    /** Whether somebody of the firm wrote down what a client said, so that the words are not the client's own. */
    public boolean isNotedByStaff() {
        return this == COUNTER || this == PHONE || this == LETTER;
    }
}
