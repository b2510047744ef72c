package io.shouxin.sweep;

/** Where a sweep stands. */
public enum SweepStatus {
    /** The dry run lies before the privacy officer. */
    PROPOSED,
    /** One person has approved it; a second must. */
    CONFIRMING,
    APPROVED,
    DESTROYING,
    /** Nothing is left of what was destroyed. */
    VERIFIED,
    COMPLETED,
    REJECTED;

    public boolean isClosed() {
        return this == COMPLETED || this == REJECTED;
    }
}
