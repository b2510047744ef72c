package io.shouxin.platform.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.shouxin.platform.KeyProperties;
import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The wrapping keys (key-encryption keys) in their file: one per epoch. The file is replaced atomically and synced, so that
 * a crash never leaves half of it; an epoch that is destroyed is overwritten by leaving it out.
 */
@Component
class WrappingKeys {

    private record Epoch(
            int number,
            String key,
            Instant createdAt,
            @Nullable Instant retiredAt) {}

    private record Content(List<Epoch> epochs) {}

    private final Path file;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    WrappingKeys(KeyProperties properties, Clock clock) {
        this.file = properties.file();
        this.clock = clock;
    }

    boolean exist() {
        return Files.exists(file);
    }

    /** How many epochs the file holds. */
    synchronized int count() {
        return read().epochs().size();
    }

    synchronized int currentEpoch() {
        return current().number();
    }

    synchronized Instant currentSince() {
        return current().createdAt();
    }

    synchronized byte[] wrap(int epoch, byte[] plain, byte[] associatedData) {
        try {
            return cipher(epoch).encrypt(plain, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot wrap a key in epoch " + epoch, e);
        }
    }

    synchronized byte[] unwrap(int epoch, byte[] wrapped, byte[] associatedData) {
        try {
            return cipher(epoch).decrypt(wrapped, associatedData);
        } catch (GeneralSecurityException e) {
            throw new StartRefusedException(
                    "The wrapping keys in " + file.toAbsolutePath() + " do not open this database's keys (epoch "
                            + epoch + ").",
                    "Put the file back that belongs to this database, from the backup of the same time.",
                    e);
        }
    }

    /** Adds an epoch and makes it the current one; the former stays readable until {@link #destroyRetiredBefore}. */
    synchronized int begin() {
        List<Epoch> epochs = new ArrayList<>();
        int next = 1;
        Instant now = clock.instant();
        if (exist()) {
            for (Epoch epoch : read().epochs()) {
                next = Math.max(next, epoch.number() + 1);
                epochs.add(
                        epoch.retiredAt() == null
                                ? new Epoch(epoch.number(), epoch.key(), epoch.createdAt(), now)
                                : epoch);
            }
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        epochs.add(new Epoch(next, Base64.getEncoder().encodeToString(key), now, null));
        write(new Content(epochs));
        return next;
    }

    /** Destroys the epochs retired before the given time; returns their numbers. */
    synchronized List<Integer> destroyRetiredBefore(Instant time) {
        Content content = read();
        List<Integer> gone = content.epochs().stream()
                .filter(epoch -> epoch.retiredAt() != null && epoch.retiredAt().isBefore(time))
                .map(Epoch::number)
                .toList();
        if (!gone.isEmpty()) {
            write(new Content(content.epochs().stream()
                    .filter(epoch -> !gone.contains(epoch.number()))
                    .toList()));
        }
        return gone;
    }

    /** The file as it lies there. */
    synchronized byte[] written() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The wrapping keys cannot be read: " + file, e);
        }
    }

    /** The keys by epoch that a file of this kind holds; empty if it is no such file. */
    Optional<Map<Integer, byte[]>> keysIn(byte[] some) {
        try {
            List<Epoch> epochs = json.readValue(some, Content.class).epochs();
            if (epochs == null || epochs.isEmpty()) {
                return Optional.empty();
            }
            Map<Integer, byte[]> keys = new HashMap<>();
            for (Epoch epoch : epochs) {
                keys.put(epoch.number(), Base64.getDecoder().decode(epoch.key()));
            }
            return Optional.of(keys);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private AesGcmJce cipher(int number) throws GeneralSecurityException {
        Epoch epoch = read().epochs().stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(() -> new StartRefusedException(
                        "Wrapping key of epoch " + number + " is gone from " + file.toAbsolutePath() + ".",
                        "Put back a copy of that file made after the back-up of this database and within its window."));
        return new AesGcmJce(Base64.getDecoder().decode(epoch.key()));
    }

    private Epoch current() {
        return read().epochs().stream()
                .max(Comparator.comparingInt(Epoch::number))
                .orElseThrow(() -> new IllegalStateException("No wrapping key in " + file));
    }

    private @Nullable Content cached;
    private @Nullable Instant cachedAt;

    private Content read() {
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            Content known = cached;
            if (known != null && modified.equals(cachedAt)) {
                return known;
            }
            Content content = parsed(Files.readAllBytes(file));
            cached = content;
            cachedAt = modified;
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("The wrapping keys cannot be read: " + file, e);
        }
    }

    /** The parser's own words are not passed on: they quote the file. */
    private Content parsed(byte[] written) throws IOException {
        try {
            return json.readValue(written, Content.class);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            throw new StartRefusedException(
                    "The wrapping keys in " + file.toAbsolutePath() + " are damaged"
                            + (at == null ? "." : " (line " + at.getLineNr() + ")."),
                    "Put the file back from its backup; without it the data cannot be read.");
        }
    }

    private void write(Content content) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(
                        ByteBuffer.wrap(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content)));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            cached = null;
        } catch (IOException e) {
            throw new UncheckedIOException("The wrapping keys cannot be written: " + file, e);
        }
    }
}
