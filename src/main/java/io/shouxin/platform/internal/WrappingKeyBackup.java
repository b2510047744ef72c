package io.shouxin.platform.internal;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.shouxin.platform.KeyBackup;
import io.shouxin.platform.KeyProperties;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens with the copy one data key of every epoch in the database, as the start does with the file itself. */
@Component
class WrappingKeyBackup implements KeyBackup {

    /** There may be no key yet when the first copy is tried. */
    private static final KeyScope PROBE = KeyScope.firm("key-backup-probe");

    private record Sealed(UUID id, int epoch, byte[] wrapped) {}

    private final WrappingKeys wrapping;
    private final KeyVault vault;
    private final KeyProperties properties;
    private final JdbcClient jdbc;

    WrappingKeyBackup(WrappingKeys wrapping, KeyVault vault, KeyProperties properties, JdbcClient jdbc) {
        this.wrapping = wrapping;
        this.vault = vault;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    @Override
    public Path place() {
        return properties.file().toAbsolutePath().normalize();
    }

    @Override
    public int currentEpoch() {
        return wrapping.currentEpoch();
    }

    @Override
    public Instant nextEpoch() {
        return wrapping.currentSince().plus(properties.epoch());
    }

    @Override
    public byte[] copy() {
        return wrapping.written();
    }

    @Override
    public Verdict check(Path copy) {
        try {
            if (!Files.isRegularFile(copy)) {
                return Verdict.NO_FILE;
            }
            if (Files.isSameFile(copy, place())) {
                return Verdict.THE_FILE_ITSELF;
            }
            return Files.size(copy) > LARGEST ? Verdict.TOO_LARGE : check(Files.readAllBytes(copy));
        } catch (IOException e) {
            return Verdict.NO_FILE;
        }
    }

    @Override
    public Verdict check(byte[] copy) {
        if (copy.length > LARGEST) {
            return Verdict.TOO_LARGE;
        }
        return wrapping.keysIn(copy).map(this::verdict).orElse(Verdict.UNREADABLE);
    }

    private Verdict verdict(Map<Integer, byte[]> copied) {
        Map<Integer, byte[]> used = wrapping.keysIn(wrapping.written()).orElseThrow();
        int current = wrapping.currentEpoch();
        if (copied.containsKey(current)) {
            if (!same(copied.get(current), used.get(current))) {
                return Verdict.FOREIGN;
            }
            vault.open(PROBE);
            return oneOfEachEpoch().stream().allMatch(key -> opens(copied.get(key.epoch()), key))
                    ? Verdict.OPENS
                    : Verdict.OUTDATED;
        }
        boolean ours = copied.entrySet().stream().anyMatch(key -> same(key.getValue(), used.get(key.getKey())));
        return ours ? Verdict.OUTDATED : Verdict.FOREIGN;
    }

    private List<Sealed> oneOfEachEpoch() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (epoch) id, epoch, wrapped FROM keys.data_key
                        WHERE destroyed_at IS NULL ORDER BY epoch, id
                        """)
                .query((rs, n) -> new Sealed(rs.getObject(1, UUID.class), rs.getInt(2), rs.getBytes(3)))
                .list();
    }

    private static boolean opens(byte @Nullable [] key, Sealed sealed) {
        if (key == null) {
            return false;
        }
        try {
            new AesGcmJce(key).decrypt(sealed.wrapped(), JdbcKeyVault.aad(sealed.id()));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        return one != null && other != null && MessageDigest.isEqual(one, other);
    }
}
