package io.shouxin.platform;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * An opened data key (AES-256-GCM). Hold it no longer than one call: a destroyed key must not live on in memory.
 * A ciphertext begins with the 16 bytes of its key's id.
 */
public final class DataKey {

    private static final int ID_BYTES = 16;

    private final UUID id;
    private final AesGcmJce cipher;

    /** Only the vault opens keys that are kept: 256 bits, unwrapped. */
    public DataKey(UUID id, byte[] key) {
        this.id = id;
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Data key " + id + " cannot be used", e);
        }
    }

    /** A key that lies nowhere: what it protects can be read as long as this object is there, and never again. */
    public static DataKey ofThisProcess() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new DataKey(UUID.randomUUID(), key);
    }

    public UUID id() {
        return id;
    }

    public byte[] encrypt(byte[] plain, Cell cell) {
        try {
            byte[] body = cipher.encrypt(plain, cell.associatedData());
            return ByteBuffer.allocate(ID_BYTES + body.length)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt " + cell, e);
        }
    }

    public byte[] encrypt(String plain, Cell cell) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), cell);
    }

    /**
     * @throws CannotDecrypt if the ciphertext belongs to another cell, was altered, or is of another key
     */
    public byte[] decrypt(byte[] sealed, Cell cell) {
        if (!keyIdOf(sealed).equals(id)) {
            throw new CannotDecrypt(cell, null);
        }
        try {
            return cipher.decrypt(Arrays.copyOfRange(sealed, ID_BYTES, sealed.length), cell.associatedData());
        } catch (GeneralSecurityException e) {
            throw new CannotDecrypt(cell, e);
        }
    }

    public String decryptText(byte[] sealed, Cell cell) {
        return new String(decrypt(sealed, cell), StandardCharsets.UTF_8);
    }

    /** The id of the key that a ciphertext was made with. */
    public static UUID keyIdOf(byte[] sealed) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
