package io.shouxin.record;

/** Where an import stands. */
public enum ImportState {
    /** Uploaded, waiting its turn. */
    RECEIVED,
    /** A person looks at the columns, because nobody can be told from them or because whoever brought the file wants to look first. */
    NEEDS_MAPPING,
    /** A dry run is under way or waits its turn. */
    TRYING,
    /** The dry run is done: a person decides whether to import. */
    TRIED,
    RUNNING,
    /** Somebody stopped it for a while; it goes on from its row when somebody says so. */
    PAUSED,
    COMPLETED,
    FAILED;

    /** Whether nothing more happens on its own. */
    public boolean isFinished() {
        return this == COMPLETED || this == FAILED;
    }
}
