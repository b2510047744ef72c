package io.shouxin.record;

import java.util.Collection;
import java.util.UUID;

/** Where an import leaves the pairs that may be one person, for somebody to decide; in the import's own transaction. */
public interface PossiblePairs {

    /** A pair that is known, decided or not, is not asked about again. */
    void found(UUID importId, Collection<Pair> pairs);

    /**
     * Two people on file who may be one.
     *
     * @param branch of the row in which the second of them stood
     */
    record Pair(UUID one, UUID other, UUID branch) {}
}
