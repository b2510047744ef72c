package io.shouxin.record.imports;

/** What became of the value or row that a problem names. */
public enum Severity {
    /** Not taken over: the value is kept as text only, or the row was left out. */
    REJECT,
    /** Taken over; somebody should look at it. */
    WARNING
}
