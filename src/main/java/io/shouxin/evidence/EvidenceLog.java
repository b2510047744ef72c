package io.shouxin.evidence;

import java.util.Collection;
import java.util.UUID;

/** Where everything that matters is written down, once and for good. */
public interface EvidenceLog {

    /**
     * Writes an entry inside the caller's transaction: no entry, no commit. Without a transaction it is refused, because
     * what happened and its evidence could then part ways.
     *
     * @return the entry's id
     */
    UUID append(EvidenceEvent event);

    /**
     * Writes an entry in a transaction of its own, for attempts that were refused and whose own transaction rolls back.
     * It takes a second connection while the caller holds one.
     *
     * @return the entry's id
     */
    UUID appendRefused(EvidenceEvent event);

    /**
     * Destroys the salts of everything that was ever committed about a person, so that the commitments left in the log
     * say nothing about them any more. Runs inside the caller's transaction.
     *
     * @return how many were destroyed
     */
    int destroySalts(Collection<UUID> subjects);

    /** Whether the data is what the entry committed to under that name; false too once the salt is destroyed. */
    boolean matches(UUID entryId, String commitment, byte[] personalData);
}
