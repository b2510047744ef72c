package io.shouxin.record.imports;

/** Who a person of a row is to the firm. Everybody but the client is a linked person with an own life-cycle. */
public enum PersonRole {
    CLIENT,
    CHILD,
    DOMESTIC_WORKER,
    CO_OWNER,
    CONTACT_PERSON
}
