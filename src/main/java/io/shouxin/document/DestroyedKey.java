package io.shouxin.document;

import java.time.Instant;

/** A data key that no longer exists; without it, ciphertext that is left anywhere cannot be read. */
public record DestroyedKey(String keyId, Instant destroyedAt) {

    public DestroyedKey {
        Required.text("keyId", keyId);
    }
}
