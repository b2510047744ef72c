package io.shouxin.request;

/** How a request ended. Every one of them is answered to the client. */
public enum RequestOutcome {
    COMPLETED,
    PARTLY_COMPLETED,
    REFUSED,
    NOTHING_HELD,
    NO_PROOF,
    CANCELLED
}
