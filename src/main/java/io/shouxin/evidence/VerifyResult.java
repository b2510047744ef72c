package io.shouxin.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a full check of the log found.
 *
 * @param size how many entries of the tree were found right, which is all of them when nothing is wrong
 * @param pending how many committed entries wait for the sequencer
 * @param problem the first thing that is wrong, or null
 * @param firstBadSeq the first place that cannot be trusted, or null when nothing is wrong
 */
public record VerifyResult(
        long size,
        long pending,
        @Nullable Problem problem,
        @Nullable Long firstBadSeq) {

    /** What can be wrong with a log. */
    public enum Problem {
        /** An entry's content is not what was hashed. */
        ENTRY_ALTERED,
        /** The entry of a leaf is gone. */
        ENTRY_MISSING,
        /** A place in the sequence is empty. */
        LEAF_MISSING,
        /** A stored inner node is not what the leaves give. */
        NODE_ALTERED,
        /** The entries do not give the root that was signed. */
        ROOT_DIFFERS,
        /** A checkpoint was not signed by the key it names. */
        SIGNATURE_INVALID,
        /** Leaves lie beyond the last checkpoint. */
        CHECKPOINT_MISSING,
        /** A committed entry is in neither the tree nor the queue, or what waits in the queue is gone. */
        ENTRY_NOT_SEQUENCED,
        /** The exported checkpoints know a longer log, or another one. */
        EXPORT_DIFFERS,
        /** The exported checkpoints cannot be read. */
        EXPORT_UNREADABLE
    }

    public boolean intact() {
        return problem == null;
    }
}
