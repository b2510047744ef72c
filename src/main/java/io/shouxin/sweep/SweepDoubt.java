package io.shouxin.sweep;

/** Why somebody does not approve a sweep: coded, because what a person writes here could name a client. */
public enum SweepDoubt {
    /** Dates or categories of the records look wrong. */
    FACTS_WRONG,
    /** A dispute or claim is coming that nobody has written down yet. */
    DISPUTE_AHEAD,
    /** An authority or a court has asked for records. */
    AUTHORITY,
    /** The retention table must be looked at by counsel first. */
    RULE_DOUBTFUL
}
