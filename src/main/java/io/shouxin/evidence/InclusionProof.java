package io.shouxin.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that one entry is in the tree of a given size without showing any other entry (RFC 6962 §2.1.1, checked as in
 * RFC 9162 §2.1.3.2).
 *
 * @param seq the entry's place, from 0
 * @param size the size of the tree that the proof is for
 * @param path the sibling hashes from the leaf up
 */
public record InclusionProof(long seq, long size, List<Hash> path) {

    public InclusionProof {
        if (seq < 0 || seq >= size) {
            throw new IllegalArgumentException("No entry " + seq + " in a tree of " + size);
        }
        path = List.copyOf(path);
    }

    public static InclusionProof of(long seq, long size, MerkleTree.Nodes nodes) {
        if (seq < 0 || seq >= size) {
            throw new IllegalArgumentException("No entry " + seq + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        collect(seq, 0, size, nodes, path);
        return new InclusionProof(seq, size, path);
    }

    private static void collect(long seq, long start, long end, MerkleTree.Nodes nodes, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + MerkleTree.split(end - start);
        if (seq < middle) {
            collect(seq, start, middle, nodes, path);
            path.add(MerkleTree.rangeHash(nodes, middle, end));
        } else {
            collect(seq, middle, end, nodes, path);
            path.add(MerkleTree.rangeHash(nodes, start, middle));
        }
    }

    /** Whether the leaf, with this path, leads to the root of a checkpoint of the same size. */
    public boolean verify(Hash leafHash, Hash root) {
        long fn = seq;
        long sn = size - 1;
        Hash hash = leafHash;
        for (Hash sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }
}
