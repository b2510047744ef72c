package io.shouxin.deadline;

/** Publishes the warnings whose day has come; runs every hour and may be called at any time, on any number of nodes. */
public interface WarningSweep {

    /** Publishes what is due and returns how many warnings that were. Paused and stopped clocks are passed over. */
    int sweepNow();
}
