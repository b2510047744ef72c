package io.shouxin.platform;

import java.util.List;

/**
 * Something that hangs on a branch which somebody wants to close.
 *
 * @param count how many, at least one
 */
public record BranchTie(Kind kind, long count) {

    /** What it is; first what forbids the closing. */
    public enum Kind {
        /** Lists that are not done and may still bring records here. */
        IMPORTS(true),
        /** Nobody is privacy officer here: nobody would answer for what stays. */
        NO_OFFICER(true),
        /** It is the last open one, and whatever is new would have nowhere to go. */
        LAST_OPEN(true),
        RECORDS(false),
        CASES(false),
        TASKS(false),
        SWEEPS(false),
        /** People of the firm who work nowhere else. */
        PEOPLE(false);

        private final boolean forbids;

        Kind(boolean forbids) {
            this.forbids = forbids;
        }

        /** Whether the branch cannot be closed before this is settled; what does not forbid it stays and ends there. */
        public boolean forbids() {
            return forbids;
        }

        /** Whether it ends in a closed branch only with time, and wants people who look after it until then. */
        public boolean needsPeople() {
            return this == RECORDS || this == CASES || this == TASKS || this == SWEEPS;
        }
    }

    public BranchTie {
        if (count < 1) {
            throw new IllegalArgumentException("Nothing of " + kind);
        }
    }

    /** The tie, or none where there is nothing. */
    public static List<BranchTie> some(Kind kind, long count) {
        return count == 0 ? List.of() : List.of(new BranchTie(kind, count));
    }
}
