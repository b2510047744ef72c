package io.shouxin.platform.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a back-up holds, file by file. It finds damage; against somebody who rewrites a back-up on purpose the evidence log's
 * signed checkpoints stand.
 *
 * @param format of the back-up's layout
 * @param startedAt the state that comes back is at least this new
 * @param running whether the portal ran meanwhile
 */
public record BackupManifest(
        int format, Instant startedAt, Instant finishedAt, boolean running, List<FileEntry> files) {

    public static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** One file of the back-up, by its path in it. */
    public record FileEntry(String path, long size, String sha256) {}

    public BackupManifest {
        files = List.copyOf(files);
    }

    /** @throws BackupRefused if there is none or it cannot be read */
    public static BackupManifest of(Path backup) {
        Path file = backup.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("operation.backup.none", backup);
        }
        try {
            BackupManifest manifest = JSON.readValue(file.toFile(), BackupManifest.class);
            if (manifest.format() != FORMAT) {
                throw new BackupRefused("operation.backup.format", backup, manifest.format());
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BackupRefused("operation.backup.damaged", NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long bytes() {
        return files.stream().mapToLong(FileEntry::size).sum();
    }

    void write(Path backup) throws IOException {
        DurableFiles.write(
                backup.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    /**
     * Compares what lies there with what was written.
     *
     * @throws BackupRefused naming the first file that is missing, changed or added
     */
    public void verify(Path backup) {
        Map<String, FileEntry> expected = files.stream()
                .collect(Collectors.toMap(FileEntry::path, Function.identity(), (a, b) -> a, TreeMap::new));
        try (Stream<Path> walk = Files.walk(backup)) {
            walk.filter(Files::isRegularFile)
                    .map(file -> backup.relativize(file).toString())
                    .filter(path -> !path.equals(NAME) && !expected.containsKey(path))
                    .findFirst()
                    .ifPresent(path -> {
                        throw new BackupRefused("operation.backup.foreign", path);
                    });
            for (FileEntry entry : expected.values()) {
                Path file = backup.resolve(entry.path()).normalize();
                if (!file.startsWith(backup) || !Files.isRegularFile(file)) {
                    throw new BackupRefused("operation.backup.missing", entry.path());
                }
                if (Files.size(file) != entry.size()
                        || !DurableFiles.sha256(file).equals(entry.sha256())) {
                    throw new BackupRefused("operation.backup.damaged", entry.path());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
