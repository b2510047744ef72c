package io.shouxin.request;

/** Who asks: some reasons for a refusal fit only the relatives of a deceased person (PIPL 49). */
public enum Requester {
    /** The person the data are about, also through a guardian or an agent. */
    SUBJECT,
    /** Somebody who claims to be a close relative of a deceased person. */
    DECEASED_RELATIVE
}
