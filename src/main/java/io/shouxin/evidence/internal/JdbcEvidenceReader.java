package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.ConsistencyProof;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.InclusionProof;
import io.shouxin.evidence.VerifyResult;
import java.security.PublicKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEvidenceReader implements EvidenceReader {

    private static final String SELECT_ENTRY = "SELECT " + EvidenceRows.ENTRY_COLUMNS
            + " FROM evidence_entry e LEFT JOIN evidence_leaf l ON l.entry_id = e.id ";

    /** The condition is that of the index evidence_entry_looks, word for word. */
    private static final String LOOKS = """
            SELECT e.ins, e.id, NULL::bigint AS seq, e.at, e.kind, e.actor_kind, e.actor_id, e.case_id, e.subject_id,
                e.target_type, e.target_id, e.outcome, e.details, e.commitments
            FROM evidence_entry e
            WHERE e.actor_id = ? AND (e.at, e.ins) > (?, ?) AND e.at < ? AND e.actor_kind = 'STAFF'
                AND e.kind IN ('VIEWED', 'REVEALED', 'PROOF_VIEWED', 'SEARCHED', 'EXPORTED', 'OTHER_BRANCH_ENTERED')
            ORDER BY e.at, e.ins LIMIT ?
            """;

    private static final int READ_TOGETHER = 2_000;

    private record Placed(long ins, EvidenceView entry) {}

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
    public List<EvidenceView> entriesAbout(Collection<UUID> subjectIds, int limit) {
        return newest("e.subject_id", subjectIds, limit);
    }

    @Override
    public List<EvidenceView> entriesBy(UUID actorId, int limit) {
        return newest("e.actor_id", List.of(actorId), limit);
    }

    private List<EvidenceView> newest(String column, Collection<UUID> ids, int limit) {
        return jdbc.sql(SELECT_ENTRY + "WHERE " + column + " = ANY (:ids) ORDER BY e.ins DESC LIMIT :limit")
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", limit)
                .query(EvidenceRows::entry)
                .list();
    }

    @Override
    public void looksBy(UUID staff, Instant from, Instant until, Consumer<EvidenceView> each) {
        Instant at = from;
        long ins = 0;
        List<Placed> some;
        do {
            some = jdbc.sql(LOOKS)
                    .params(staff, Timestamp.from(at), ins, Timestamp.from(until), READ_TOGETHER)
                    .query((row, n) -> new Placed(row.getLong("ins"), EvidenceRows.entry(row, n)))
                    .list();
            for (Placed placed : some) {
                each.accept(placed.entry());
                at = placed.entry().at();
                ins = placed.ins();
            }
        } while (some.size() == READ_TOGETHER);
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
