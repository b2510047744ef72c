package io.shouxin.request;

/**
 * Records that a law had kept until a day come back by themselves when it is over (PIPL 47(1)2: the firm erases unasked): a case
 * is opened for each client, decided by the rules of today, and the client is told. Runs every hour, on any number of nodes, so
 * that a machine that was off on the day catches up.
 */
public interface StorageEnds {

    /** The rule of the table of deadlines for such cases. */
    String DEADLINE = "STORAGE_END";

    /** Opens what is due and returns how many cases that were. */
    int openNow();
}
