package io.shouxin.record;

/** Who claims something. */
public enum ClaimSide {
    /** The person claims something of the firm. */
    PERSON,
    /** The firm claims something of the person. */
    FIRM
}
