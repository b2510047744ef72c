package io.shouxin.platform.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Walks the files of a PostgreSQL cluster that belong into a copy of it, as PostgreSQL's manual lists them ("Making a Base Backup
 * Using the Low Level API"). Directories come before their files. The control file is the caller's: it is copied last.
 */
final class ClusterFiles extends SimpleFileVisitor<Path> {

    static final String CONTROL = "global/pg_control";
    static final String LOG = "pg_wal";

    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "backup_manifest");
    private static final Pattern TEMPORARY = Pattern.compile("pgsql_tmp.*|t\\d+_\\d+.*|pg_internal\\.init.*");

    /** What is done with each directory and file, by its path inside the cluster. */
    interface Visitor {

        void directory(String path) throws IOException;

        void file(Path file, String path) throws IOException;
    }

    private final Path cluster;
    private final boolean withLog;
    private final Visitor visitor;

    private ClusterFiles(Path cluster, boolean withLog, Visitor visitor) {
        this.cluster = cluster;
        this.withLog = withLog;
        this.visitor = visitor;
    }

    /** @param withLog false where a running server's log is taken separately */
    static void walk(Path cluster, boolean withLog, Visitor visitor) throws IOException {
        Files.walkFileTree(cluster, new ClusterFiles(cluster, withLog, visitor));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        String path = cluster.relativize(directory).toString();
        String name = directory.getFileName().toString();
        if (TEMPORARY.matcher(name).matches()) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!path.isEmpty()) {
            visitor.directory(path);
        }
        boolean empty = EMPTIED.contains(path) || (path.equals(LOG) && !withLog);
        return empty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = cluster.relativize(file).toString();
        String name = file.getFileName().toString();
        if (attributes.isSymbolicLink()) {
            throw new BackupRefused("operation.backup.link", path);
        }
        if (attributes.isRegularFile()
                && !LEFT_OUT.contains(path)
                && !path.equals(CONTROL)
                && !TEMPORARY.matcher(name).matches()) {
            try {
                visitor.file(file, path);
            } catch (NoSuchFileException droppedMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        }
        return FileVisitResult.CONTINUE;
    }

    /** A running server drops files while we walk; its log says so, too. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }
}
