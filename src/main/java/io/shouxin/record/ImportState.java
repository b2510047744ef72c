package io.shouxin.record;

/** Where an import stands. */
public enum ImportState {
    /** Uploaded, waiting its turn. */
    RECEIVED,
    /** Nobody can be told from the columns as they were understood: a person says what they mean. */
    NEEDS_MAPPING,
    RUNNING,
    COMPLETED,
    FAILED;

    /** Whether nothing more happens on its own. */
    public boolean isFinished() {
        return this == COMPLETED || this == FAILED;
    }
}
