package io.shouxin.record;

/** Why a record is read or written. The gate decides by it what a restriction (PIPL 47(2)) still allows. */
public enum Purpose {
    /** The person looks at what is held about them (PIPL 45). */
    SUBJECT_ACCESS(true, true),
    /** Handling the person's own case. */
    CASE(true, true),
    /** Erasing what a case decided. A restriction stops use, and erasing is what it waits for, in whichever case. */
    ERASURE(true, false),
    /** Daily work of the firm. */
    DAILY_WORK(false, false),
    /** What a contract that still runs needs. */
    RUNNING_CONTRACT(true, false),
    /** A newer list brings other values. */
    IMPORT(false, false),
    /** Handing out copies other than to the person. */
    EXPORT(false, false);

    private final boolean duringRestriction;
    private final boolean duringStorageOnly;

    Purpose(boolean duringRestriction, boolean duringStorageOnly) {
        this.duringRestriction = duringRestriction;
        this.duringStorageOnly = duringStorageOnly;
    }

    boolean allowedUnder(HoldKind hold) {
        return switch (hold) {
            case RESTRICTION -> duringRestriction;
            case STORAGE_ONLY -> duringStorageOnly;
            case SEAL -> false;
        };
    }
}
