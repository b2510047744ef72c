package io.shouxin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int PAIRS_UP_TO = 64;

    private final List<byte[]> data = new ArrayList<>();
    private final Map<List<Long>, Hash> stored = new HashMap<>();
    private final MerkleTree tree = new MerkleTree();

    private void grow(int size) {
        Random random = new Random(size);
        while (data.size() < size) {
            byte[] leaf = new byte[random.nextInt(40)];
            random.nextBytes(leaf);
            append(leaf);
        }
    }

    private void append(byte[] leaf) {
        Hash hash = MerkleTree.leafHash(leaf);
        stored.put(List.of(0L, tree.size()), hash);
        tree.append(hash).forEach(node -> stored.put(List.of((long) node.level(), node.index()), node.hash()));
        data.add(leaf);
    }

    private Hash node(int level, long index) {
        return Objects.requireNonNull(stored.get(List.of((long) level, index)));
    }

    private Hash naiveRoot(int size) {
        return Hash.of(NaiveMerkleTree.mth(data.subList(0, size)));
    }

    @Test
    void the_known_vectors_of_certificate_transparency_come_out() {
        String[] leaves = {
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
        };
        String[] roots = {
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        };
        assertThat(tree.root().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < leaves.length; i++) {
            append(java.util.HexFormat.of().parseHex(leaves[i]));
            assertThat(tree.root().hex()).isEqualTo(roots[i]);
        }
    }

    @Test
    void every_size_has_the_root_that_the_definition_gives() {
        for (int size = 0; size <= 200; size++) {
            grow(size);
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("size %s", size).isEqualTo(naiveRoot(size));
        }
    }

    @Test
    void a_tree_taken_up_from_its_nodes_grows_like_one_that_never_stopped() {
        grow(200);
        for (int size = 0; size <= 200; size++) {
            MerkleTree resumed = MerkleTree.resume(size, this::node);
            assertThat(resumed.root()).isEqualTo(naiveRoot(size));
            for (int seq = size; seq < Math.min(200, size + 9); seq++) {
                resumed.append(node(0, seq));
            }
            assertThat(resumed.root()).isEqualTo(naiveRoot((int) resumed.size()));
        }
    }

    @Test
    void every_entry_is_proved_in_every_size_and_in_no_other_place() {
        grow(PAIRS_UP_TO);
        for (int size = 1; size <= PAIRS_UP_TO; size++) {
            Hash root = naiveRoot(size);
            for (int seq = 0; seq < size; seq++) {
                InclusionProof proof = InclusionProof.of(seq, size, this::node);
                Hash leaf = MerkleTree.leafHash(data.get(seq));
                assertThat(proof.verify(leaf, root)).as("%s of %s", seq, size).isTrue();
                assertThat(proof.verify(MerkleTree.leafHash("another"), root)).isFalse();
                for (int other = 0; other < size; other++) {
                    if (other != seq) {
                        assertThat(new InclusionProof(other, size, proof.path()).verify(leaf, root))
                                .as("%s passed off as %s of %s", seq, other, size)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void growth_is_proved_between_all_sizes_and_to_no_other_root() {
        grow(PAIRS_UP_TO);
        Hash foreign = MerkleTree.leafHash("another log");
        for (int to = 0; to <= PAIRS_UP_TO; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, this::node);
                assertThat(proof.verify(naiveRoot(from), naiveRoot(to)))
                        .as("%s to %s", from, to)
                        .isTrue();
                assertThat(proof.verify(foreign, naiveRoot(to))).isFalse();
                if (from > 0) {
                    assertThat(proof.verify(naiveRoot(from), foreign)).isFalse();
                }
            }
        }
    }

    @Test
    void a_damaged_proof_proves_nothing() {
        grow(PAIRS_UP_TO);
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            int size = 2 + random.nextInt(PAIRS_UP_TO - 1);
            int seq = random.nextInt(size);
            InclusionProof proof = InclusionProof.of(seq, size, this::node);
            InclusionProof damaged = new InclusionProof(seq, size, damage(proof.path(), random));
            assertThat(damaged.verify(MerkleTree.leafHash(data.get(seq)), naiveRoot(size)))
                    .isFalse();

            int from = 1 + random.nextInt(size - 1);
            ConsistencyProof growth = ConsistencyProof.of(from, size, this::node);
            ConsistencyProof broken = new ConsistencyProof(from, size, damage(growth.path(), random));
            assertThat(broken.verify(naiveRoot(from), naiveRoot(size))).isFalse();
        }
    }

    private static List<Hash> damage(List<Hash> path, Random random) {
        List<Hash> damaged = new ArrayList<>(path);
        int place = random.nextInt(path.size());
        switch (random.nextInt(3)) {
            case 0 -> damaged.remove(place);
            case 1 -> damaged.set(place, MerkleTree.leafHash("wrong"));
            default -> damaged.add(place, MerkleTree.leafHash("too much".getBytes(StandardCharsets.UTF_8)));
        }
        return damaged;
    }
}
