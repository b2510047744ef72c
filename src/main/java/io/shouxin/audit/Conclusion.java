package io.shouxin.audit;

/** What somebody concluded who looked at a finding. */
public enum Conclusion {
    /** There was a good reason. */
    EXPLAINED,
    /** The privacy officer is to follow it up. */
    FOLLOW_UP;

    public FindingState state() {
        return FindingState.valueOf(name());
    }
}
