package io.shouxin.deadline;

/** What a case's clock is doing. */
public enum ClockState {
    RUNNING,
    /** The client owes something; no day is counted. */
    PAUSED,
    /** The case is closed. */
    STOPPED
}
