package io.shouxin.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signed statement that the log had this size and this root at this time. As text it is a transparency-log checkpoint
 * in the signed-note format (C2SP tlog-checkpoint), so that other people's tools can check it too:
 *
 * <pre>
 * origin
 * size
 * root, base64
 * time 2026-11-22T00:05:32.123456Z
 * key 0123456789abcdef
 *
 * — origin base64(key hash, 4 bytes ‖ Ed25519 signature of the lines above the empty one)
 * </pre>
 *
 * @param origin which log this is: no spaces, no plus sign
 * @param keyId the start of the public key's SHA-256, see {@link #keyId(PublicKey)}
 * @param signature what stands after the origin in the last line
 */
public record Checkpoint(String origin, long size, Hash root, Instant at, String keyId, String signature) {

    private static final String ALGORITHM = "Ed25519";
    private static final String SIGNATURE_LINE = "— ";
    private static final int RAW_KEY_LENGTH = 32;
    private static final int KEY_HASH_LENGTH = 4;

    public Checkpoint {
        if (!origin.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("An origin has no spaces and no plus sign");
        }
        if (size < 0) {
            throw new IllegalArgumentException("A log has no size " + size);
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Signs the state of a log. */
    public static Checkpoint sign(
            String origin, long size, Hash root, Instant at, PublicKey publicKey, PrivateKey privateKey) {
        String keyId = keyId(publicKey);
        Checkpoint unsigned = new Checkpoint(origin, size, root, at, keyId, "");
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(unsigned.body().getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            byte[] keyHash = keyHash(origin, publicKey);
            byte[] all = Arrays.copyOf(keyHash, keyHash.length + signed.length);
            System.arraycopy(signed, 0, all, keyHash.length, signed.length);
            String text = Base64.getEncoder().encodeToString(all);
            return new Checkpoint(origin, size, root, unsigned.at(), keyId, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The checkpoint of size " + size + " could not be signed", e);
        }
    }

    /** Whether the key signed exactly this statement. */
    public boolean verify(PublicKey publicKey) {
        try {
            byte[] all = Base64.getDecoder().decode(signature);
            if (all.length <= KEY_HASH_LENGTH
                    || !keyId.equals(keyId(publicKey))
                    || !Arrays.equals(Arrays.copyOf(all, KEY_HASH_LENGTH), keyHash(origin, publicKey))) {
                return false;
            }
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey);
            verifier.update(body().getBytes(StandardCharsets.UTF_8));
            return verifier.verify(all, KEY_HASH_LENGTH, all.length - KEY_HASH_LENGTH);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The signed lines. */
    public String body() {
        return origin + "\n" + size + "\n" + root.base64() + "\ntime " + Timestamps.format(at) + "\nkey " + keyId
                + "\n";
    }

    /** The whole signed note. */
    public String note() {
        return body() + "\n" + SIGNATURE_LINE + origin + " " + signature + "\n";
    }

    /** Reads a note as {@link #note()} writes it. */
    public static Checkpoint parse(String note) {
        List<String> lines = note.lines().toList();
        if (lines.size() != 7
                || !lines.get(3).startsWith("time ")
                || !lines.get(4).startsWith("key ")
                || !lines.get(5).isEmpty()
                || !lines.get(6).startsWith(SIGNATURE_LINE + lines.get(0) + " ")) {
            throw new IllegalArgumentException("This is no checkpoint");
        }
        try {
            return new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Hash.ofBase64(lines.get(2)),
                    Instant.parse(lines.get(3).substring("time ".length())),
                    lines.get(4).substring("key ".length()),
                    lines.get(6).substring((SIGNATURE_LINE + lines.get(0) + " ").length()));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("This checkpoint has no readable time", e);
        }
    }

    /** A name for a key that nobody can give to another key: the first 8 bytes of SHA-256 of its X.509 encoding, as hex. */
    public static String keyId(PublicKey publicKey) {
        return Hash.sha256(publicKey.getEncoded()).hex().substring(0, 16);
    }

    /** The key hash of the signed-note format: SHA-256(name ‖ LF ‖ 0x01 ‖ raw key), 4 bytes; 0x01 says Ed25519. */
    private static byte[] keyHash(String origin, PublicKey publicKey) {
        byte[] encoded = publicKey.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY_LENGTH, encoded.length);
        byte[] hash = Hash.sha256((origin + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {1}, raw)
                .bytes();
        return Arrays.copyOf(hash, KEY_HASH_LENGTH);
    }
}
