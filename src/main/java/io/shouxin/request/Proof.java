package io.shouxin.request;

/** How well the person behind a request is known to be the data subject. */
public enum Proof {
    NONE,
    /** A one-time code to the number on file: enough for general data. */
    CODE,
    /** The code and something only the person would know, or a clerk who has seen proof: enough for sensitive data. */
    STRONG;

    public boolean atLeast(Proof other) {
        return compareTo(other) >= 0;
    }
}
