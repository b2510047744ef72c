package io.shouxin.platform.backup;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Puts a back-up's files in place. The installation is then marked as unfinished, and no portal starts on it until what was erased
 * since has been erased again ({@link #finish}).
 */
public final class Restore {

    /** While it lies in a data directory, no portal starts there. */
    private static final String UNFINISHED = "restore.unfinished";

    /** What a server expects to find, also where a copy has lost empty directories. */
    private static final List<String> DIRECTORIES = List.of(
            "pg_wal/archive_status",
            "pg_wal/summaries",
            "pg_commit_ts",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_subtrans",
            "pg_twophase",
            "pg_multixact/members",
            "pg_multixact/offsets",
            "pg_replslot",
            "pg_tblspc",
            "pg_stat",
            "pg_stat_tmp",
            "pg_xact",
            "pg_logical/snapshots",
            "pg_logical/mappings");

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Restore() {}

    /**
     * Copies the back-up into a directory that has no database yet. Exported checkpoints that lie there are put aside: they are of
     * a log that goes on no more.
     *
     * @throws BackupRefused if the back-up is damaged or there is a database already
     */
    public static void files(Backup backup, Path data, Clock clock) {
        backup.manifest().verify(backup.directory());
        try (DataDirectory taken = DataDirectory.open(data)) {
            Path root = taken.path();
            if (Files.exists(root.resolve(Backup.CLUSTER))) {
                throw new BackupRefused("operation.restore.occupied", root.resolve(Backup.CLUSTER));
            }
            DurableFiles.write(
                    root.resolve(UNFINISHED),
                    (backup.directory().getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
            putAsideCheckpoints(root, clock);
            copy(backup, root);
        } catch (StartRefusedException refused) {
            throw new BackupRefused(refused, "operation.restore.directory", String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            throw new BackupRefused(e, "operation.backup.io", e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** Everything was checked: the portal may start. */
    public static void finish(Path data) {
        try {
            Files.delete(data.resolve(UNFINISHED));
        } catch (IOException e) {
            throw new BackupRefused(e, "operation.backup.io", e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** Refuses the start of a portal over a database whose restore was not carried to its end. */
    public static void refuseIfUnfinished(Path data) {
        if (Files.exists(data.resolve(UNFINISHED))) {
            throw new StartRefusedException(
                    "The restore into " + data.toAbsolutePath() + " was not finished.",
                    "Move that directory aside and run the restore again; see docs/operations.md, Restore.");
        }
    }

    /** Exported checkpoints of a log that went on after the back-up and ends with it: kept, under another name. */
    public static void putAsideCheckpoints(Path data, Clock clock) {
        Path exported = data.resolve(Backup.CHECKPOINTS).resolve("checkpoints.txt");
        try {
            if (Files.exists(exported)) {
                Files.move(
                        exported,
                        exported.resolveSibling("checkpoints.before-restore-" + NAME.format(clock.instant()) + ".txt"));
            }
        } catch (IOException e) {
            throw new BackupRefused(e, "operation.backup.io", e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** The cluster gets its name last, so that half a copy is never taken for one. */
    private static void copy(Backup backup, Path data) throws IOException {
        Path fresh = data.resolve("postgres.restored");
        DurableFiles.directory(fresh);
        for (BackupManifest.FileEntry entry : backup.manifest().files()) {
            Path from = backup.directory().resolve(entry.path());
            if (entry.path().startsWith(Backup.CLUSTER + "/")) {
                DurableFiles.copy(from, fresh, entry.path().substring(Backup.CLUSTER.length() + 1));
            } else {
                Files.deleteIfExists(data.resolve(entry.path()));
                DurableFiles.copy(from, data, entry.path());
            }
        }
        for (String directory : DIRECTORIES) {
            DurableFiles.directory(fresh.resolve(directory));
        }
        DurableFiles.syncBelow(fresh);
        DurableFiles.syncBelow(data.resolve(Backup.SECRETS));
        Files.move(fresh, data.resolve(Backup.CLUSTER), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.sync(data);
    }
}
