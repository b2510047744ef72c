package io.shouxin.spine;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.database.EmbeddedPostgres;
import io.shouxin.testing.PostgresForTests;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One installation whose processes die one after the other: every start takes up what the one before it left. */
final class DyingInstallation implements AutoCloseable {

    private final Path directory;
    private @Nullable Process running;

    DyingInstallation(Path directory) {
        this.directory = directory;
    }

    /** One process of the installation, up to its death. */
    record Life(Process process, List<String> said) {

        /** What it said in the line that begins like this, "" if it said none. */
        String line(String start) {
            return said.stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * Starts a program and listens until it says its last line. The end of its output may never come: its database server lives on.
     *
     * @param properties of the JVM, beside those of the installation
     */
    Life run(Class<?> program, List<String> properties, List<String> arguments, String last) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=Asia/Shanghai",
                "-Dshouxin.data=" + directory,
                "-Dshouxin.postgres.binaries=" + PostgresForTests.BINARIES,
                "-Dcamunda.bpm.job-execution.lock-time-in-millis=3000",
                "-Dlogging.level.root=warn"));
        command.addAll(properties);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        running = process;
        return new Life(process, listen(process, last));
    }

    private static List<String> listen(Process process, String last) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(last)) {
                return said;
            }
        }
        throw new IllegalStateException("It ended by itself: " + String.join("\n", said));
    }

    /** Without the empty entries that Maven leaves: they mean the working directory, whose processes would be there twice. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Leaves neither process nor database server behind. */
    @Override
    public void close() throws InterruptedException, IOException {
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
        if (Files.exists(directory.resolve("postgres/postmaster.pid"))) {
            try (DataDirectory data = DataDirectory.open(directory)) {
                EmbeddedPostgres.start(data, PostgresForTests.BINARIES).close();
            }
        }
    }
}
