package io.shouxin.evidence.internal;

import io.shouxin.evidence.Hash;
import io.shouxin.evidence.MerkleTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree's complete subtrees as they lie in the database; leaves are level 0. */
final class StoredNodes implements MerkleTree.Nodes {

    private final JdbcClient jdbc;

    StoredNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tree of this size, to go on from. */
    MerkleTree resume(long size) {
        Map<MerkleTree.Place, Hash> known = read(MerkleTree.frontier(size));
        return MerkleTree.resume(
                size, (level, index) -> found(known.get(new MerkleTree.Place(level, index)), level, index));
    }

    @Override
    public Hash hash(int level, long index) {
        MerkleTree.Place place = new MerkleTree.Place(level, index);
        return found(read(List.of(place)).get(place), level, index);
    }

    private Map<MerkleTree.Place, Hash> read(List<MerkleTree.Place> places) {
        record Found(MerkleTree.Place place, Hash hash) {}
        return jdbc
                .sql("""
                        SELECT p.level, p.idx, coalesce(n.hash, l.leaf_hash)
                        FROM unnest(?::int[], ?::bigint[]) AS p (level, idx)
                        LEFT JOIN evidence_node n ON n.level = p.level AND n.idx = p.idx
                        LEFT JOIN evidence_leaf l ON p.level = 0 AND l.seq = p.idx
                        WHERE n.hash IS NOT NULL OR l.leaf_hash IS NOT NULL
                        """)
                .params(
                        places.stream().map(MerkleTree.Place::level).toArray(Integer[]::new),
                        places.stream().map(MerkleTree.Place::index).toArray(Long[]::new))
                .query((row, number) ->
                        new Found(new MerkleTree.Place(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Found::place, Found::hash));
    }

    private static Hash found(@Nullable Hash hash, int level, long index) {
        if (hash == null) {
            throw new IllegalStateException("The evidence tree has no node " + index + " on level " + level);
        }
        return hash;
    }
}
