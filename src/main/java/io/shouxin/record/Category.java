package io.shouxin.record;

/** What a record is about (law.md §7); the unit in which a person is told, asked and answered. */
public enum Category {
    IDENTITY,
    IDENTITY_IMAGE,
    CONTACT,
    /** Chat names: handy for talk, no part of what a deal's law keeps, as a phone number is. */
    SOCIAL_ACCOUNT,
    ADDRESS,
    DEMAND,
    PROPERTY,
    TRANSACTION,
    FINANCIAL_ACCOUNT,
    HOUSEHOLD,
    CHILD,
    HEALTH,
    BELIEF_DIET,
    HOME_ACCESS,
    SERVICE,
    WORKER,
    CONSENT_CLAIM,
    NOTE,
    INTERNAL,
    UNCLASSIFIED
}
