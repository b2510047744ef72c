package io.shouxin.platform.database;

import io.shouxin.platform.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its killed Shouxin. It runs with the settings of its own start and perhaps another version, so it is
 * stopped, never adopted. The caller holds the data directory's lock: no live Shouxin owns such a server.
 */
final class OrphanedPostmaster {

    private static final Logger log = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final Path PROC = Path.of("/proc");

    private final PostgresCommands commands;
    private final Path cluster;

    OrphanedPostmaster(PostgresCommands commands, Path cluster) {
        this.commands = commands;
        this.cluster = cluster;
    }

    /** Afterwards no server process works on this cluster and no stale {@code postmaster.pid} keeps a new one from starting. */
    void stop() throws IOException {
        Optional<ProcessHandle> postmaster = running();
        if (postmaster.isPresent()) {
            log.warn(
                    "A PostgreSQL of an earlier run (process {}) is stopped first",
                    postmaster.get().pid());
            stop(postmaster.get());
        }
        if (!awaitNoProcess()) {
            throw new StartRefusedException(
                    "PostgreSQL processes of an earlier run still work on " + cluster + ".",
                    "End them, or restart the machine; then start Shouxin again.");
        }
        Files.deleteIfExists(pidFile());
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private void stop(ProcessHandle postmaster) {
        if (commands.stop(cluster, "fast", 30).succeeded()
                || commands.stop(cluster, "immediate", 30).succeeded()
                || !postmaster.isAlive()) {
            return;
        }
        throw new StartRefusedException(
                "A PostgreSQL of an earlier run (process " + postmaster.pid() + ") does not stop.",
                "End that process, then start Shouxin again.");
    }

    /** A process id may have been given to a stranger since: only a process that works on this cluster counts. */
    Optional<ProcessHandle> running() throws IOException {
        Path pidFile = pidFile();
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::worksOnThisCluster);
    }

    private boolean worksOnThisCluster(ProcessHandle process) {
        if (Files.isDirectory(PROC.resolve("self"))) {
            return workingDirectory(PROC.resolve(Long.toString(process.pid()))).equals(Optional.of(cluster));
        }
        return process.info()
                .commandLine()
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
    }

    /** Backends whose postmaster was killed notice it and leave by themselves, within seconds. */
    private boolean awaitNoProcess() {
        for (int attempt = 0; attempt < 100; attempt++) {
            if (!anyProcess()) {
                return true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean anyProcess() {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.allProcesses().anyMatch(this::worksOnThisCluster);
        }
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes.anyMatch(process -> workingDirectory(process).equals(Optional.of(cluster)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every PostgreSQL process works in its cluster's directory. */
    private static Optional<Path> workingDirectory(Path process) {
        if (!Character.isDigit(process.getFileName().toString().charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readSymbolicLink(process.resolve("cwd")));
        } catch (IOException endedOrForeign) {
            return Optional.empty();
        }
    }
}
