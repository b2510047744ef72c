package io.shouxin.record;

/**
 * What a record is about, as a client would put it. Retention rules, restrictions and the answers to a request are decided per
 * category, because Chinese law sets different periods for, say, a transaction and a door code.
 */
public enum Category {
    IDENTITY,
    /** Pictures of identity documents and faces: statutory sensitive where the number alone is not (GB/T 45574-2025). */
    IDENTITY_IMAGE,
    CONTACT,
    ADDRESS,
    DEMAND,
    PROPERTY,
    TRANSACTION,
    FINANCIAL_ACCOUNT,
    HOUSEHOLD,
    CHILD,
    HEALTH,
    /** Religion and what people do not eat: one tells of the other. */
    BELIEF_DIET,
    HOME_ACCESS,
    SERVICE,
    WORKER,
    /** An imported "同意: 是" is a claim by whoever typed it, not a consent (PIPL 14). */
    CONSENT_CLAIM,
    NOTE,
    INTERNAL,
    UNCLASSIFIED
}
