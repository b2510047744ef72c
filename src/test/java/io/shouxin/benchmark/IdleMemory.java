package io.shouxin.benchmark;

import io.shouxin.testing.RunningJar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * What the product takes of the machine's memory a minute after its first page: the JVM and all processes of its PostgreSQL,
 * memory that they share counted once (PSS). Linux only.
 */
public final class IdleMemory {

    private static final double MOST_MEGABYTES = 700;
    private static final long IDLE_MILLIS = 60_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private IdleMemory() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("shouxin-benchmark");
        try {
            measure(home, "first start, demo being made");
            measure(home, "start over existing data");
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static void measure(Path home, String what) throws Exception {
        Path data = home.resolve("data");
        try (RunningJar running = RunningJar.start(
                RunningJar.product(), home, "--spring.profiles.active=demo", "--shouxin.data=" + data)) {
            Thread.sleep(IDLE_MILLIS);
            double jvm = megabytes(running.pid());
            double postgres = 0;
            for (long pid : serverProcesses(data)) {
                postgres += megabytes(pid);
            }
            OUT.printf(
                    Locale.ROOT,
                    "Idle, %s: JVM %.0f MB + PostgreSQL %.0f MB = %.0f MB, target at most %.0f MB: %s%n",
                    what,
                    jvm,
                    postgres,
                    jvm + postgres,
                    MOST_MEGABYTES,
                    jvm + postgres <= MOST_MEGABYTES ? "met" : "missed");
        }
    }

    private static List<Long> serverProcesses(Path data) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static double megabytes(long pid) throws IOException {
        Path map = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        return Files.readAllLines(map).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .map(line -> Arrays.asList(line.split("\\s+")).get(1))
                        .mapToLong(Long::parseLong)
                        .sum()
                / 1024.0;
    }
}
