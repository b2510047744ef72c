package io.shouxin.evidence.internal;

import io.shouxin.evidence.Checkpoint;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.platform.KeyWrapper;
import io.shouxin.shared.Actor;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that sign checkpoints. The private half is stored only wrapped, see {@link KeyWrapper}. */
@Component
class CheckpointKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String PURPOSE = "evidence.checkpoint";

    private final JdbcClient jdbc;
    private final KeyWrapper wrapper;
    private final JdbcEvidenceLog log;
    private final Clock clock;

    /** Unwrapping may ask a key server, so the key in use is kept. */
    private volatile @Nullable SigningKey inUse;

    CheckpointKeys(JdbcClient jdbc, KeyWrapper wrapper, JdbcEvidenceLog log, Clock clock) {
        this.jdbc = jdbc;
        this.wrapper = wrapper;
        this.log = log;
        this.clock = clock;
    }

    record SigningKey(String keyId, PublicKey publicKey, PrivateKey privateKey) {}

    /** The key to sign with, made at the first call; the caller holds the sequencer's lock. */
    SigningKey current() {
        Optional<String> current = jdbc.sql("SELECT key_id FROM evidence_key WHERE retired_at IS NULL")
                .query(String.class)
                .optional();
        if (current.isEmpty()) {
            return create();
        }
        String keyId = current.get();
        SigningKey known = inUse;
        if (known == null || !known.keyId().equals(keyId)) {
            known = load(keyId);
            inUse = known;
        }
        return known;
    }

    Optional<PublicKey> publicKey(String keyId) {
        return jdbc.sql("SELECT public_key FROM evidence_key WHERE key_id = :keyId")
                .param("keyId", keyId)
                .query((row, number) -> publicKey(row.getBytes(1)))
                .optional();
    }

    private SigningKey load(String keyId) {
        return jdbc.sql("SELECT public_key, wrapped_private FROM evidence_key WHERE key_id = :keyId")
                .param("keyId", keyId)
                .query((row, number) ->
                        new SigningKey(keyId, publicKey(row.getBytes(1)), privateKey(keyId, row.getBytes(2))))
                .single();
    }

    private SigningKey create() {
        KeyPair pair = generate();
        String keyId = Checkpoint.keyId(pair.getPublic());
        byte[] plain = pair.getPrivate().getEncoded();
        jdbc.sql("""
                        INSERT INTO evidence_key (key_id, public_key, wrapped_private, created_at)
                        VALUES (:keyId, :publicKey, :wrapped, :at)
                        """)
                .param("keyId", keyId)
                .param("publicKey", pair.getPublic().getEncoded())
                .param("wrapped", wrapper.wrap(purpose(keyId), plain))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        Arrays.fill(plain, (byte) 0);
        log.append(EvidenceEvent.of(EvidenceKind.CHECKPOINT_KEY_CREATED, Actor.SYSTEM)
                .target("evidence_key", keyId)
                .build());
        log.writeWaiting();
        return new SigningKey(keyId, pair.getPublic(), pair.getPrivate());
    }

    private static String purpose(String keyId) {
        return PURPOSE + ":" + keyId;
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored public key is damaged", e);
        }
    }

    private PrivateKey privateKey(String keyId, byte[] wrapped) {
        byte[] plain = wrapper.unwrap(purpose(keyId), wrapped);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The private key " + keyId + " is damaged", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
