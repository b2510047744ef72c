package io.shouxin.platform.backup;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.platform.backup.BackupManifest.FileEntry;
import io.shouxin.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Makes a back-up of an installation with an embedded database: the cluster, the passwords that open it, the exported checkpoints.
 * Never the wrapping keys: a back-up that held them would bring erased data back (docs/adr/0005), and never the record of erasures,
 * of which a restore needs the newest.
 *
 * @param directory where it lies
 */
public record Backup(Path directory, BackupManifest manifest) {

    static final String CLUSTER = "postgres";
    static final String SECRETS = "secrets";
    static final String CHECKPOINTS = "checkpoints";
    private static final String PASSWORDS = "postgres-";
    private static final String PREFIX = "shouxin-";
    private static final String UNFINISHED = ".partial";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * Makes one while the portal runs or while it stands still.
     *
     * @param data the installation's directory
     * @param into where back-ups are kept; each gets a directory of its own there
     * @throws BackupRefused if there is nothing to back up, or the server does not let us
     */
    public static Backup make(Path data, Path into, Clock clock) {
        if (!Files.isDirectory(data.resolve(CLUSTER))) {
            throw new BackupRefused("operation.backup.noDatabase", data.toAbsolutePath());
        }
        try {
            Path source = data.toRealPath();
            Instant started = clock.instant();
            Path target = into.toAbsolutePath().normalize().resolve(PREFIX + NAME.format(started));
            if (target.startsWith(source)) {
                throw new BackupRefused("operation.backup.inside", source);
            }
            Path partial = target.resolveSibling(target.getFileName() + UNFINISHED);
            DurableFiles.directory(partial.resolveSibling("."));
            Files.createDirectory(partial);
            BackupManifest manifest = filled(source, partial, started, clock);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(target.resolveSibling("."));
            note(source, manifest);
            return new Backup(target, manifest);
        } catch (IOException e) {
            throw new BackupRefused(e, "operation.backup.io", e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** Leaves nothing behind if it fails. */
    private static BackupManifest filled(Path source, Path partial, Instant started, Clock clock) throws IOException {
        try {
            DurableFiles.forOwnerOnly(partial);
            List<FileEntry> written = new ArrayList<>();
            boolean running = EmbeddedPostgres.isRunning(source);
            if (running) {
                RunningServer.copy(source, partial, CLUSTER, written, () -> copyCheckpoints(source, partial, written));
            } else {
                copyStopped(source, partial, written);
            }
            copyPasswords(source, partial, written);
            BackupManifest manifest =
                    new BackupManifest(BackupManifest.FORMAT, started, clock.instant(), running, written);
            manifest.write(partial);
            DurableFiles.syncBelow(partial);
            return manifest;
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(partial);
            throw e;
        }
    }

    /** One that lies there already. */
    public static Backup at(Path directory) {
        Path found = directory.toAbsolutePath().normalize();
        return new Backup(found, BackupManifest.of(found));
    }

    public long bytes() {
        return manifest.bytes();
    }

    /**
     * Removes back-ups that no wrapping key opens any more: certificates promise that none is kept longer.
     *
     * @return those that were removed
     */
    public static List<Path> removeOlderThan(Path into, Duration window, Clock clock) {
        Instant oldest = clock.instant().minus(window);
        try (Stream<Path> all = Files.list(into)) {
            List<Path> old = all.filter(each -> each.getFileName().toString().startsWith(PREFIX))
                    .filter(each -> Files.isRegularFile(each.resolve(BackupManifest.NAME)))
                    .filter(each -> BackupManifest.of(each).startedAt().isBefore(oldest))
                    .sorted()
                    .toList();
            for (Path each : old) {
                FileSystemUtils.deleteRecursively(each);
            }
            return old;
        } catch (IOException e) {
            throw new BackupRefused(e, "operation.backup.io", e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static void copyStopped(Path data, Path root, List<FileEntry> written) throws IOException {
        try (DataDirectory taken = DataDirectory.open(data)) {
            if (EmbeddedPostgres.isRunning(taken.path())) {
                throw new BackupRefused("operation.backup.busy");
            }
            ClusterCopy.copy(data.resolve(CLUSTER), root, CLUSTER, true, written);
            ClusterCopy.copyControl(data.resolve(CLUSTER), root, CLUSTER, written);
            copyCheckpoints(data, root, written);
        } catch (StartRefusedException inUse) {
            throw new BackupRefused(inUse, "operation.backup.busy");
        }
    }

    private static void copyCheckpoints(Path data, Path root, List<FileEntry> written) throws IOException {
        Path exported = data.resolve(CHECKPOINTS).resolve("checkpoints.txt");
        if (Files.exists(exported)) {
            written.add(DurableFiles.copy(exported, root, CHECKPOINTS + "/checkpoints.txt"));
        }
    }

    /** They open nothing that the cluster's own files do not show. */
    private static void copyPasswords(Path data, Path root, List<FileEntry> written) throws IOException {
        try (Stream<Path> secrets = Files.list(data.resolve(SECRETS))) {
            for (Path secret : secrets.filter(
                            file -> file.getFileName().toString().startsWith(PASSWORDS))
                    .sorted()
                    .toList()) {
                written.add(DurableFiles.copy(secret, root, SECRETS + "/" + secret.getFileName()));
            }
        }
    }

    /** For the portal's figure of how old the last back-up is. */
    private static void note(Path data, BackupManifest manifest) throws IOException {
        Path fresh = data.resolve("backup.last.new");
        DurableFiles.write(fresh, (manifest.startedAt() + "\n").getBytes(StandardCharsets.US_ASCII));
        Files.move(
                fresh,
                data.resolve("backup.last"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
