package io.shouxin.platform.backup;

import io.shouxin.platform.backup.BackupManifest.FileEntry;
import io.shouxin.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the cluster of a server that goes on working: {@code pg_backup_start}, the files, {@code pg_backup_stop}, then the log
 * written in between, which a slot keeps from being recycled. The bundled PostgreSQL brings neither pg_dump nor pg_basebackup.
 * One session does all of it; if that ends, so does the back-up.
 */
final class RunningServer {

    /** A name of the log's segments: time line, then place. */
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private static final Pattern START = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private RunningServer() {}

    private record Stopped(String label, String tablespaces, String lastSegment) {}

    /**
     * @param beforeTheEnd copies what must not be newer than the database
     * @return what was written below {@code root}
     */
    static void copy(Path data, Path root, String under, List<FileEntry> written, CopyStep beforeTheEnd)
            throws IOException {
        Path cluster = data.resolve("postgres");
        try (Connection server = EmbeddedPostgres.connectToRunning(data)) {
            execute(
                    server,
                    "SELECT pg_create_physical_replication_slot('shouxin_backup_'||pg_backend_pid(), true, true)");
            execute(server, "SELECT pg_backup_start('shouxin', true)");
            ClusterCopy.copy(cluster, root, under, false, written);
            beforeTheEnd.run();
            ClusterCopy.copyControl(cluster, root, under, written);
            Stopped stopped = stop(server);
            if (!stopped.tablespaces().isBlank()) {
                throw new BackupRefused("operation.backup.link", "pg_tblspc");
            }
            Matcher start = START.matcher(stopped.label());
            if (!start.find()) {
                throw new BackupRefused("operation.backup.server", "backup_label");
            }
            written.add(DurableFiles.write(
                    root, under + "/backup_label", stopped.label().getBytes(StandardCharsets.UTF_8)));
            copyLog(cluster, root, under, start.group(1), stopped.lastSegment(), written);
        } catch (SQLException e) {
            throw new BackupRefused(e, "operation.backup.server", String.valueOf(e.getSQLState()));
        }
    }

    private static Stopped stop(Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT labelfile, coalesce(spcmapfile, ''), pg_walfile_name(lsn) FROM pg_backup_stop(false)")) {
            row.next();
            return new Stopped(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    /** Segments are compared by place within a time line, and by their names where there is one time line only. */
    private static void copyLog(
            Path cluster, Path root, String under, String first, String last, List<FileEntry> written)
            throws IOException {
        List<String> segments;
        try (Stream<Path> log = Files.list(cluster.resolve(ClusterFiles.LOG))) {
            segments = log.map(file -> file.getFileName().toString())
                    .filter(name -> SEGMENT.matcher(name).matches())
                    .filter(name -> name.compareTo(first) >= 0 && name.compareTo(last) <= 0)
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()
                || !segments.get(0).equals(first)
                || !segments.get(segments.size() - 1).equals(last)) {
            throw new BackupRefused("operation.backup.server", "pg_wal");
        }
        for (String name : segments) {
            written.add(DurableFiles.copy(
                    cluster.resolve(ClusterFiles.LOG).resolve(name),
                    root,
                    under + "/" + ClusterFiles.LOG + "/" + name));
        }
    }

    private static void execute(Connection server, String sql) throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute(sql);
        }
    }
}
