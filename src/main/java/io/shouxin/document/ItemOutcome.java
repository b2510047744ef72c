package io.shouxin.document;

/** What happened to one category of data, as the client is told. */
public enum ItemOutcome {
    DELETED,
    ANONYMISED,
    /** PIPL 47(2): nothing but storage and necessary protection until the date given. */
    STORAGE_ONLY,
    /** Kept unchanged under a seal until the dispute ends. */
    HELD,
    /** Not deleted and still in use, for the reason given. */
    NOT_DELETED
}
