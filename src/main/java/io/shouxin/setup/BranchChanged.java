package io.shouxin.setup;

import io.shouxin.platform.Branch;

/** A colleague has changed the branch since it was read. Nothing was saved, and nothing of theirs is lost. */
public class BranchChanged extends RuntimeException {

    private final Branch now;

    BranchChanged(Branch now) {
        super("Branch " + now.id() + " is in version " + now.version());
        this.now = now;
    }

    /** The branch as it is now. */
    public Branch now() {
        return now;
    }
}
