package io.shouxin.request;

/** The rights of PIPL 44–48. Only {@link #DELETION} has its process yet; the others are named so that rules can speak of them. */
public enum RequestType {
    DELETION,
    ACCESS,
    CORRECTION,
    PORTABILITY,
    RESTRICTION,
    OBJECTION,
    EXPLANATION
}
