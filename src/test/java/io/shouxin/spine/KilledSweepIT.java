package io.shouxin.spine;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process halts in the middle of a sweep and is started again: every record is gone once, certified once. */
class KilledSweepIT {

    private static final List<String> PLACES =
            List.of("erasure-planned", "sending-noted", "erasure-sent", "sweep-part-destroyed", "sweep-certified");

    /** 27 records of three clients and their children, six keys, a certificate in each language. */
    private static final String EVERYTHING_ONCE = "27 27 0 6 2";

    private final Path directory;
    private @Nullable Process running;

    KilledSweepIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void leave_no_server_behind() throws Exception {
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
        if (Files.exists(directory.resolve("postgres/postmaster.pid"))) {
            try (DataDirectory data = DataDirectory.open(directory)) {
                EmbeddedPostgres.start(data, PostgresForTests.BINARIES).close();
            }
        }
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void a_process_that_halts_in_a_sweep_has_everything_destroyed_once_by_the_next() throws Exception {
        String sweep = SweepProgram.NONE;
        for (String place : PLACES) {
            List<String> said = run(sweep, place, SweepProgram.BEGUN);
            checkPredecessor(sweep, said);
            sweep = line(said, SweepProgram.BEGUN);
        }
        checkPredecessor(sweep, run(sweep, SweepProgram.NONE, SweepProgram.DONE));
    }

    private static void checkPredecessor(String sweep, List<String> said) {
        if (!sweep.equals(SweepProgram.NONE)) {
            assertThat(line(said, SweepProgram.TRACE)).isEqualTo(EVERYTHING_ONCE);
        }
    }

    private List<String> run(String sweep, String place, String last) throws Exception {
        Process process = start(sweep, place);
        List<String> said = new ArrayList<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(last)) {
                break;
            }
        }
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended at " + place).isTrue();
        assertThat(process.exitValue())
                .as(String.join("\n", said))
                .isEqualTo(place.equals(SweepProgram.NONE) ? 0 : ErasureProgram.HALTED);
        return said;
    }

    private Process start(String sweep, String place) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx600m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.timezone=Asia/Shanghai",
                        "-Dshouxin.data=" + directory,
                        "-Dshouxin.postgres.binaries=" + PostgresForTests.BINARIES,
                        "-Dcamunda.bpm.job-execution.lock-time-in-millis=3000",
                        "-Dlogging.level.root=warn",
                        "-cp",
                        classPath(),
                        SweepProgram.class.getName(),
                        sweep,
                        place)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        running = process;
        return process;
    }

    /** Without the empty entries that Maven leaves: they mean the working directory, whose processes would be there twice. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String line(List<String> said, String start) {
        return said.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
