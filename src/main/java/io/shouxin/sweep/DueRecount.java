package io.shouxin.sweep;

/**
 * Counts anew from which day on records are due: of those whose facts have changed, or of all where the table has. Runs every few
 * minutes; where nothing has changed it asks one question.
 */
public interface DueRecount {

    /** Counts until nobody waits any more; answers how many records were counted. */
    int recountNow();
}
