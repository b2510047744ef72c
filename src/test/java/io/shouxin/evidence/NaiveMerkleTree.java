package io.shouxin.evidence;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;

/** RFC 6962 §2.1 word for word, recursive and slow, to judge the real one by. */
final class NaiveMerkleTree {

    private NaiveMerkleTree() {}

    static byte[] mth(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return sha256(join(new byte[] {0}, leaves.get(0)));
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return sha256(join(new byte[] {1}, mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size()))));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
