package io.shouxin.evidence;

/** Gives committed entries their place in the tree. It runs every second by itself. */
public interface EvidenceSequencer {

    /**
     * Sequences what is waiting and signs a checkpoint for each batch.
     *
     * @return how many entries got their place; 0 also when another node is at it
     */
    int sequenceNow();
}
