package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.ConsistencyProof;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.InclusionProof;
import io.shouxin.evidence.VerifyResult;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEvidenceReader implements EvidenceReader {

    private static final String SELECT_ENTRY = "SELECT " + EvidenceRows.ENTRY_COLUMNS
            + " FROM evidence_entry e LEFT JOIN evidence_leaf l ON l.entry_id = e.id ";

    private final JdbcClient jdbc;
    private final CheckpointKeys keys;
    private final EvidenceVerifier verifier;

    JdbcEvidenceReader(JdbcClient jdbc, CheckpointKeys keys, EvidenceVerifier verifier) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.verifier = verifier;
    }

    @Override
    public List<EvidenceView> entries(UUID caseId) {
        return jdbc.sql(SELECT_ENTRY + "WHERE e.case_id = :caseId ORDER BY e.ins")
                .param("caseId", caseId)
                .query(EvidenceRows::entry)
                .list();
    }

    @Override
    public List<EvidenceView> entriesAbout(UUID subjectId, int limit) {
        return newest("e.subject_id", subjectId, limit);
    }

    @Override
    public List<EvidenceView> entriesBy(UUID actorId, int limit) {
        return newest("e.actor_id", actorId, limit);
    }

    private List<EvidenceView> newest(String column, UUID id, int limit) {
        return jdbc.sql(SELECT_ENTRY + "WHERE " + column + " = :id ORDER BY e.ins DESC LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query(EvidenceRows::entry)
                .list();
    }

    @Override
    public Optional<EvidenceView> entry(long seq) {
        return jdbc.sql(SELECT_ENTRY + "WHERE l.seq = :seq")
                .param("seq", seq)
                .query(EvidenceRows::entry)
                .optional();
    }

    @Override
    public Optional<Checkpoint> latestCheckpoint() {
        return jdbc.sql("SELECT " + EvidenceRows.CHECKPOINT_COLUMNS
                        + " FROM evidence_checkpoint ORDER BY size DESC LIMIT 1")
                .query(EvidenceRows::checkpoint)
                .optional();
    }

    @Override
    public Optional<PublicKey> checkpointKey(String keyId) {
        return keys.publicKey(keyId);
    }

    @Override
    public InclusionProof inclusionProof(long seq) {
        return inclusionProof(seq, latestSize());
    }

    @Override
    public InclusionProof inclusionProof(long seq, long size) {
        requireSize(size);
        return InclusionProof.of(seq, size, new StoredNodes(jdbc));
    }

    @Override
    public ConsistencyProof consistency(long from, long to) {
        requireSize(to);
        return ConsistencyProof.of(from, to, new StoredNodes(jdbc));
    }

    private long latestSize() {
        return latestCheckpoint().map(Checkpoint::size).orElse(0L);
    }

    private void requireSize(long size) {
        if (size > latestSize()) {
            throw new IllegalArgumentException("The evidence log is not yet of size " + size);
        }
    }

    @Override
    public VerifyResult verifyAll() {
        return verifier.verify();
    }
}
