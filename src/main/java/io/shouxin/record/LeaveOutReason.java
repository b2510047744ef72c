package io.shouxin.record;

/** Why somebody leaves a row out for good. Chosen and not written, so that it can be kept when the row's own words are destroyed. */
public enum LeaveOutReason {
    /** A heading, a total or a remark: nobody's data. */
    NOBODY,
    /** The same stands elsewhere already. */
    TWICE,
    /** The firm has no need of these data. */
    NOT_NEEDED,
    /** Nobody can say any more what was meant. */
    UNKNOWABLE
}
