package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.evidence.EvidenceTampered;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.Hash;
import io.shouxin.evidence.MerkleTree;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Any number of nodes may run one: a lock in the database lets one at a time through. The queue holds committed entries
 * only, so that an entry whose transaction ends late is simply found later.
 */
@Component
class JdbcSequencer implements EvidenceSequencer {

    private static final int BATCH = 1000;
    /** The letters "evidence" as a number, so that no other lock of the product has it. */
    private static final long LOCK = 0x65766964656e6365L;

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final CheckpointKeys keys;
    private final CheckpointExport export;
    private final Clock clock;
    private final String origin;
    private final TransactionTemplate transaction;

    JdbcSequencer(
            JdbcClient jdbc,
            JdbcTemplate bulk,
            PlatformTransactionManager transactions,
            CheckpointKeys keys,
            CheckpointExport export,
            Clock clock,
            @Value("${shouxin.evidence.origin:shouxin/evidence}") String origin) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.keys = keys;
        this.export = export;
        this.clock = clock;
        this.origin = origin;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @Override
    public int sequenceNow() {
        int total = 0;
        int batch;
        do {
            batch = Objects.requireNonNull(transaction.execute(status -> sequenceBatch()));
            total += batch;
        } while (batch == BATCH);
        export.exportMissing();
        return total;
    }

    private int sequenceBatch() {
        if (nothingPending() || !locked()) {
            return 0;
        }
        CheckpointKeys.SigningKey key = keys.current();
        List<EvidenceView> entries = pending();
        if (entries.isEmpty()) {
            return 0;
        }
        MerkleTree tree = openTree();
        long first = tree.size();
        List<Hash> leaves = new ArrayList<>(entries.size());
        List<MerkleTree.Node> nodes = new ArrayList<>(entries.size());
        for (EvidenceView entry : entries) {
            Hash leaf = entry.leafHash();
            leaves.add(leaf);
            nodes.addAll(tree.append(leaf));
        }
        insertNodes(nodes);
        insertLeaves(first, entries, leaves);
        insert(Checkpoint.sign(origin, tree.size(), tree.root(), clock.instant(), key.publicKey(), key.privateKey()));
        return entries.size();
    }

    private boolean nothingPending() {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM evidence_pending)")
                .query(Boolean.class)
                .single();
    }

    private boolean locked() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private List<EvidenceView> pending() {
        return jdbc.sql("SELECT " + EvidenceRows.ENTRY_COLUMNS + """
                         FROM evidence_pending p
                         JOIN evidence_entry e ON e.ins = p.ins
                         LEFT JOIN evidence_leaf l ON l.entry_id = e.id
                         ORDER BY p.ins LIMIT :limit
                        """)
                .param("limit", BATCH)
                .query(EvidenceRows::entry)
                .list();
    }

    /** Takes up the stored tree, and refuses to build on one that is not what was signed. */
    private MerkleTree openTree() {
        long size = jdbc.sql("SELECT coalesce(max(seq) + 1, 0) FROM evidence_leaf")
                .query(Long.class)
                .single();
        MerkleTree tree = new StoredNodes(jdbc).resume(size);
        Hash signed = jdbc.sql("SELECT root FROM evidence_checkpoint WHERE size = :size")
                .param("size", size)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .optional()
                .orElse(Hash.sha256());
        if (!signed.equals(tree.root())) {
            throw new EvidenceTampered(size);
        }
        return tree;
    }

    private void insertNodes(List<MerkleTree.Node> nodes) {
        bulk.update(connection -> {
            PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO evidence_node (level, idx, hash)
                    SELECT * FROM unnest(?::int[], ?::bigint[], ?::bytea[])
                    """);
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", nodes.stream().map(MerkleTree.Node::level).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", nodes.stream().map(MerkleTree.Node::index).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new)));
            return insert;
        });
    }

    private void insertLeaves(long first, List<EvidenceView> entries, List<Hash> leaves) {
        bulk.update(connection -> {
            PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO evidence_leaf (seq, entry_id, leaf_hash)
                    SELECT ? + place - 1, entry_id, leaf_hash
                    FROM unnest(?::uuid[], ?::bytea[]) WITH ORDINALITY AS leaf (entry_id, leaf_hash, place)
                    """);
            insert.setLong(1, first);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", entries.stream().map(EvidenceView::id).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", leaves.stream().map(Hash::bytes).toArray(byte[][]::new)));
            return insert;
        });
    }

    private void insert(Checkpoint checkpoint) {
        jdbc.sql("""
                        INSERT INTO evidence_checkpoint (size, root, at, origin, key_id, signature)
                        VALUES (:size, :root, :at, :origin, :keyId, :signature)
                        """)
                .param("size", checkpoint.size())
                .param("root", checkpoint.root().bytes())
                .param("at", checkpoint.at().atOffset(ZoneOffset.UTC))
                .param("origin", checkpoint.origin())
                .param("keyId", checkpoint.keyId())
                .param("signature", Base64.getDecoder().decode(checkpoint.signature()))
                .update();
    }
}
