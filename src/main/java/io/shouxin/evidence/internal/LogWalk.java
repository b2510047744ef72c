package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.Hash;
import io.shouxin.evidence.MerkleTree;
import io.shouxin.evidence.VerifyResult.Problem;
import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One walk over the log from its first entry, which rebuilds the tree and stops at the first thing that is wrong. */
final class LogWalk {

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final CheckpointKeys keys;
    private final CheckpointFileReader exported;
    private final Map<String, Optional<PublicKey>> publicKeys = new HashMap<>();
    private final MerkleTree tree = new MerkleTree();
    /** The size of the last checkpoint that was found right: what comes after it may be what is wrong. */
    private long trusted;

    LogWalk(JdbcClient jdbc, CheckpointKeys keys, CheckpointFileReader exported) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.exported = exported;
    }

    record Finding(Problem problem, long seq) {}

    /** A leaf and its entry's recomputed hash, which is null where the entry cannot even be read. */
    private record Leaf(
            long seq,
            Hash stored,
            boolean entryExists,
            @Nullable Hash recomputed) {}

    long size() {
        return tree.size();
    }

    Optional<Finding> run() {
        List<Leaf> page = leaves();
        while (!page.isEmpty()) {
            Optional<Finding> finding = check(page);
            if (finding.isPresent()) {
                return finding;
            }
            page = leaves();
        }
        return checkEnd();
    }

    private Optional<Finding> check(List<Leaf> page) {
        Iterator<Checkpoint> checkpoints = checkpointsOfPage().iterator();
        Checkpoint checkpoint = checkpoints.hasNext() ? checkpoints.next() : null;
        List<MerkleTree.Node> completed = new ArrayList<>();
        for (Leaf leaf : page) {
            Problem problem = problem(leaf);
            if (problem != null) {
                return finding(problem, tree.size());
            }
            completed.addAll(tree.append(leaf.stored()));
            Checkpoint outside = exported.peek();
            if (outside != null && outside.size() <= tree.size()) {
                if (outside.size() != tree.size() || !outside.root().equals(tree.root())) {
                    return finding(Problem.EXPORT_DIFFERS, trusted);
                }
                if (!signed(outside)) {
                    return finding(Problem.SIGNATURE_INVALID, trusted);
                }
                exported.take();
            }
            if (checkpoint != null && checkpoint.size() == tree.size()) {
                if (!checkpoint.root().equals(tree.root())) {
                    return finding(Problem.ROOT_DIFFERS, trusted);
                }
                if (!signed(checkpoint)) {
                    return finding(Problem.SIGNATURE_INVALID, trusted);
                }
                trusted = tree.size();
                checkpoint = checkpoints.hasNext() ? checkpoints.next() : null;
            }
        }
        return alteredNode(completed);
    }

    private @Nullable Problem problem(Leaf leaf) {
        if (leaf.seq() != tree.size()) {
            return Problem.LEAF_MISSING;
        }
        if (!leaf.entryExists()) {
            return Problem.ENTRY_MISSING;
        }
        return leaf.stored().equals(leaf.recomputed()) ? null : Problem.ENTRY_ALTERED;
    }

    private boolean signed(Checkpoint checkpoint) {
        return publicKeys
                .computeIfAbsent(checkpoint.keyId(), keys::publicKey)
                .map(checkpoint::verify)
                .orElse(false);
    }

    private Optional<Finding> alteredNode(List<MerkleTree.Node> completed) {
        Map<List<Long>, Hash> stored = new HashMap<>();
        jdbc.sql("""
                        SELECT n.level, n.idx, n.hash
                        FROM unnest(CAST(:levels AS int[]), CAST(:indexes AS bigint[])) AS wanted (level, idx)
                        JOIN evidence_node n USING (level, idx)
                        """)
                .param(
                        "levels",
                        completed.stream().mapToInt(MerkleTree.Node::level).toArray())
                .param(
                        "indexes",
                        completed.stream().mapToLong(MerkleTree.Node::index).toArray())
                .query(row -> {
                    stored.put(List.of(row.getLong(1), row.getLong(2)), Hash.of(row.getBytes(3)));
                });
        return completed.stream()
                .filter(node -> !node.hash().equals(stored.get(List.of((long) node.level(), node.index()))))
                .map(node -> new Finding(Problem.NODE_ALTERED, node.index() << node.level()))
                .findFirst();
    }

    private Optional<Finding> checkEnd() {
        long signed = jdbc.sql("SELECT coalesce(max(size), 0) FROM evidence_checkpoint")
                .query(Long.class)
                .single();
        if (signed > tree.size()) {
            return finding(Problem.LEAF_MISSING, tree.size());
        }
        if (exported.peek() != null) {
            return finding(Problem.EXPORT_DIFFERS, tree.size());
        }
        if (signed < tree.size()) {
            return finding(Problem.CHECKPOINT_MISSING, signed);
        }
        boolean dropped = jdbc.sql("""
                        SELECT EXISTS (
                          SELECT 1 FROM evidence_entry e
                          WHERE NOT EXISTS (SELECT 1 FROM evidence_leaf l WHERE l.entry_id = e.id)
                            AND NOT EXISTS (SELECT 1 FROM evidence_pending p WHERE p.ins = e.ins))
                          OR EXISTS (
                          SELECT 1 FROM evidence_pending p
                          WHERE NOT EXISTS (SELECT 1 FROM evidence_entry e WHERE e.ins = p.ins))
                        """).query(Boolean.class).single();
        return dropped ? finding(Problem.ENTRY_NOT_SEQUENCED, tree.size()) : Optional.empty();
    }

    private static Optional<Finding> finding(Problem problem, long seq) {
        return Optional.of(new Finding(problem, seq));
    }

    private List<Leaf> leaves() {
        return jdbc.sql("SELECT " + EvidenceRows.ENTRY_COLUMNS + """
                        , l.leaf_hash FROM evidence_leaf l LEFT JOIN evidence_entry e ON e.id = l.entry_id
                        WHERE l.seq >= :from ORDER BY l.seq LIMIT :limit
                        """)
                .param("from", tree.size())
                .param("limit", PAGE)
                .query(LogWalk::leaf)
                .list();
    }

    private static Leaf leaf(ResultSet row, int number) throws SQLException {
        boolean entryExists = row.getObject("id") != null;
        return new Leaf(
                row.getLong("seq"),
                Hash.of(row.getBytes("leaf_hash")),
                entryExists,
                entryExists ? recomputed(row, number) : null);
    }

    private static @Nullable Hash recomputed(ResultSet row, int number) throws SQLException {
        try {
            EvidenceView entry = EvidenceRows.entry(row, number);
            return entry.leafHash();
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private List<Checkpoint> checkpointsOfPage() {
        return jdbc.sql("SELECT " + EvidenceRows.CHECKPOINT_COLUMNS
                        + " FROM evidence_checkpoint WHERE size > :from AND size <= :to ORDER BY size")
                .param("from", tree.size())
                .param("to", tree.size() + PAGE)
                .query(EvidenceRows::checkpoint)
                .list();
    }
}
