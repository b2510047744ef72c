package io.shouxin.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A Merkle tree after RFC 6962 §2.1 that grows one leaf at a time and keeps only its frontier: the roots of the perfect
 * subtrees that the size is made of, at most 63 hashes however long the log is.
 */
public final class MerkleTree {

    private static final byte[] LEAF_PREFIX = {0};
    private static final byte[] NODE_PREFIX = {1};

    /** A perfect subtree's root: level 0 is a leaf, and the node covers the leaves [index·2^level, (index+1)·2^level). */
    public record Node(int level, long index, Hash hash) {}

    /** Where a perfect subtree stands in the tree. */
    public record Place(int level, long index) {}

    /** Where the roots of perfect subtrees are looked up: a table, or a map. */
    @FunctionalInterface
    public interface Nodes {
        Hash hash(int level, long index);
    }

    private final Deque<Node> frontier = new ArrayDeque<>();
    private long size;

    /** The hash of a leaf: SHA-256(0x00 ‖ data), so that no inner node can be passed off as an entry. */
    public static Hash leafHash(byte[] data) {
        return Hash.sha256(LEAF_PREFIX, data);
    }

    /** As {@link #leafHash(byte[])}, of a text's UTF-8 bytes. */
    public static Hash leafHash(String text) {
        return leafHash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash nodeHash(Hash left, Hash right) {
        return Hash.sha256(NODE_PREFIX, left.bytes(), right.bytes());
    }

    /** Takes a tree of the given size up again from its stored nodes. */
    public static MerkleTree resume(long size, Nodes nodes) {
        MerkleTree tree = new MerkleTree();
        frontier(size)
                .forEach(place -> tree.frontier.addLast(
                        new Node(place.level(), place.index(), nodes.hash(place.level(), place.index()))));
        tree.size = size;
        return tree;
    }

    /** The perfect subtrees that a tree of this size is made of, from the left. */
    public static List<Place> frontier(long size) {
        List<Place> places = new ArrayList<>();
        long start = 0;
        for (int level = 62; level >= 0; level--) {
            long width = 1L << level;
            if ((size & width) != 0) {
                places.add(new Place(level, start >> level));
                start += width;
            }
        }
        return places;
    }

    /** Adds a leaf and returns the inner nodes (level 1 and up) that it completes; they never change again. */
    public List<Node> append(Hash leafHash) {
        List<Node> completed = new ArrayList<>();
        Node node = new Node(0, size, leafHash);
        while (!frontier.isEmpty() && frontier.getLast().level() == node.level()) {
            Node left = frontier.removeLast();
            node = new Node(node.level() + 1, node.index() >> 1, nodeHash(left.hash(), node.hash()));
            completed.add(node);
        }
        frontier.addLast(node);
        size++;
        return completed;
    }

    public long size() {
        return size;
    }

    /** The root of all leaves so far; of an empty tree, SHA-256 of nothing. */
    public Hash root() {
        if (frontier.isEmpty()) {
            return Hash.sha256();
        }
        var fromRight = frontier.descendingIterator();
        Hash root = fromRight.next().hash();
        while (fromRight.hasNext()) {
            root = nodeHash(fromRight.next().hash(), root);
        }
        return root;
    }

    /** RFC 6962's MTH(D[start:end]); start is a multiple of the smallest power of two that holds the range. */
    static Hash rangeHash(Nodes nodes, long start, long end) {
        long width = end - start;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.hash(level, start >> level);
        }
        long middle = start + split(width);
        return nodeHash(rangeHash(nodes, start, middle), rangeHash(nodes, middle, end));
    }

    /** The largest power of two smaller than n. */
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
