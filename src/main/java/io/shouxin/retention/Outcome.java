package io.shouxin.retention;

/** What happens to a record when its deletion is asked for. */
public enum Outcome {
    DELETE_NOW,
    /** Chosen by the officer only: no rule demands it. */
    ANONYMISE,
    /** PIPL 47(2): stored and kept safe, nothing else, until a date. */
    RESTRICT_STORAGE_ONLY,
    /** Sealed in a dispute: nothing at all happens to it until the seal is lifted. */
    HELD,
    /** None of the grounds of PIPL 47(1) is met. */
    REFUSE,
    OFFICER_DECIDES;

    /** Whether the record outlives the request, so that a second person must confirm and the letter gives reasons. */
    public boolean keeps() {
        return this == RESTRICT_STORAGE_ONLY || this == HELD || this == REFUSE;
    }
}
