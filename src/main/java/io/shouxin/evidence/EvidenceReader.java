package io.shouxin.evidence;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the log and proves what it says. Whoever calls it decides who may see the answer. */
public interface EvidenceReader {

    /** Everything written about a case, oldest first. */
    List<EvidenceView> entries(UUID caseId);

    /**
     * Everything written about a person, newest first. What was written before somebody was merged into them stands under that one's own
     * id for ever: whoever asks about a person asks about all ids under which they were known.
     */
    List<EvidenceView> entriesAbout(Collection<UUID> subjectIds, int limit);

    /** What somebody did, newest first. */
    List<EvidenceView> entriesBy(UUID actorId, int limit);

    /**
     * What a member of the firm looked at, revealed, searched for or exported from one moment until before another, oldest first; handed
     * over one by one, so that a day of many entries fits in memory. Their places in the tree are not among it.
     */
    void looksBy(UUID staff, Instant from, Instant until, Consumer<EvidenceView> each);

    Optional<EvidenceView> entry(long seq);

    Optional<Checkpoint> latestCheckpoint();

    /** The key a checkpoint names, for {@link Checkpoint#verify}. */
    Optional<PublicKey> checkpointKey(String keyId);

    /** Proves that an entry is in the tree of the latest checkpoint. */
    InclusionProof inclusionProof(long seq);

    /** Proves that an entry is in the tree of the given size. */
    InclusionProof inclusionProof(long seq, long size);

    /** Proves that the log of one size only grew into the log of another. */
    ConsistencyProof consistency(long from, long to);

    /** Recomputes everything from the entries and compares it with what was stored, signed and exported. */
    VerifyResult verifyAll();
}
