package io.shouxin.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server processes that work on one cluster, whoever started them. */
record Postmaster(Path cluster) {

    private static final Path PROC = Path.of("/proc");
    private static final int PORT_LINE = 3;

    Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** A process id may have been given to a stranger since: only a process that works on this cluster counts. */
    Optional<ProcessHandle> running() throws IOException {
        List<String> lines = pidLines();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::worksOnThisCluster);
    }

    /** Where the running server listens; none until it has said so. */
    Optional<Integer> port() throws IOException {
        List<String> lines = pidLines();
        return running().isPresent() && lines.size() > PORT_LINE
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    private List<String> pidLines() throws IOException {
        return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
    }

    boolean anyProcess() {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.allProcesses().anyMatch(this::worksOnThisCluster);
        }
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes.anyMatch(process -> workingDirectory(process).equals(Optional.of(cluster)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
