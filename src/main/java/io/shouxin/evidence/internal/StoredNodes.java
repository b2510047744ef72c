package io.shouxin.evidence.internal;

import io.shouxin.evidence.Hash;
import io.shouxin.evidence.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree's complete subtrees as they lie in the database; leaves are level 0. */
final class StoredNodes implements MerkleTree.Nodes {

    private final JdbcClient jdbc;

    StoredNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Hash hash(int level, long index) {
        var query = level == 0
                ? jdbc.sql("SELECT leaf_hash FROM evidence_leaf WHERE seq = :index")
                : jdbc.sql("SELECT hash FROM evidence_node WHERE level = :level AND idx = :index")
                        .param("level", level);
        return query.param("index", index)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .optional()
                .orElseThrow(() ->
                        new IllegalStateException("The evidence tree has no node " + index + " on level " + level));
    }
}
