package io.shouxin.request;

/** Who asks, as the table of refusal reasons sees it: some reasons fit only those who ask for another person. */
public enum Requester {
    /** The person the data are about. */
    SUBJECT,
    /** A guardian or an agent, for the person the data are about. */
    REPRESENTATIVE,
    /** Somebody who claims to be a close relative of a deceased person (PIPL 49). */
    DECEASED_RELATIVE
}
