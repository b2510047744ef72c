package io.shouxin.audit;

/** How far somebody has got with a finding. */
public enum FindingState {
    /** Nobody has looked at it, or it has grown since. */
    OPEN,
    /** The privacy officer is to follow it up. */
    FOLLOW_UP,
    /** Looked at, and explained. */
    EXPLAINED,
    /** Looked at and not explained; measures were taken. */
    MEASURES;

    /** Whether it is concluded unless it grows. */
    public boolean isClosed() {
        return this == EXPLAINED || this == MEASURES;
    }
}
