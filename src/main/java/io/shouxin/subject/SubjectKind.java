package io.shouxin.subject;

/** In what role a person is known to the firm. */
public enum SubjectKind {
    CLIENT,
    CHILD,
    DOMESTIC_WORKER,
    CO_OWNER,
    CONTACT_PERSON,
    GUARDIAN
}
