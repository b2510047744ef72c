package io.shouxin.request;

/** How a request came in. */
public enum Channel {
    PORTAL,
    COUNTER,
    PHONE,
    LETTER,
    API
}
