package io.shouxin.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a later tree only added to an earlier one: nothing that was signed before has been changed, removed or
 * reordered (RFC 6962 §2.1.2, checked as in RFC 9162 §2.1.4.2).
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        requireOrder(from, to);
        path = List.copyOf(path);
    }

    public static ConsistencyProof of(long from, long to, MerkleTree.Nodes nodes) {
        requireOrder(from, to);
        List<Hash> path = new ArrayList<>();
        if (from > 0 && from < to) {
            collect(from, 0, to, true, nodes, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private static void requireOrder(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A log does not grow from " + from + " to " + to);
        }
    }

    private static void collect(
            long from, long start, long end, boolean whole, MerkleTree.Nodes nodes, List<Hash> path) {
        if (from == end) {
            if (!whole) {
                path.add(MerkleTree.rangeHash(nodes, start, end));
            }
            return;
        }
        long middle = start + MerkleTree.split(end - start);
        if (from <= middle) {
            collect(from, start, middle, whole, nodes, path);
            path.add(MerkleTree.rangeHash(nodes, middle, end));
        } else {
            collect(from, middle, end, false, nodes, path);
            path.add(MerkleTree.rangeHash(nodes, start, middle));
        }
    }

    /** Whether the path leads from the earlier root to the later one. */
    public boolean verify(Hash fromRoot, Hash toRoot) {
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        if (from == 0) {
            return path.isEmpty() && fromRoot.equals(Hash.sha256());
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, fromRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Hash earlier = hashes.get(0);
        Hash later = hashes.get(0);
        for (Hash hash : hashes.subList(1, hashes.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                earlier = MerkleTree.nodeHash(hash, earlier);
                later = MerkleTree.nodeHash(hash, later);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                later = MerkleTree.nodeHash(later, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && earlier.equals(fromRoot) && later.equals(toRoot);
    }
}
