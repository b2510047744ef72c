package io.shouxin.platform;

import java.util.List;
import java.util.UUID;

/**
 * What hangs on a branch, each module's own part. One bean a module, so that closing a branch need not know everybody who keeps
 * something there.
 */
public interface BranchTies {

    /** Only what there is; asked while the branch is locked, so that nothing is added between the count and the closing. */
    List<BranchTie> of(UUID branch);
}
