package io.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.platform.DataDirectory;
import io.shouxin.testing.PostgresForTests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process is killed in the middle of its work; what it left running and what it had committed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledProcessTest {

    private final Path directory;

    private @Nullable Process holder;

    KilledProcessTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void end_the_child() throws InterruptedException {
        if (holder != null) {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void the_orphan_of_a_killed_process_is_stopped_and_every_committed_row_is_there() throws Exception {
        int committed = startAndKillAfter(200);
        ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES)) {
            assertThat(postmaster()).isNotEqualTo(orphan.pid());
            assertThat(orphan.info().command()).isEmpty();
            assertThat(rows(server)).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void when_process_and_server_are_both_killed_the_log_is_replayed() throws Exception {
        int committed = startAndKillAfter(200);
        ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();
        orphan.destroyForcibly();
        orphan.onExit().get(30, TimeUnit.SECONDS);

        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES)) {
            assertThat(rows(server)).isGreaterThanOrEqualTo(committed);
        }
    }

    @Test
    void a_process_id_that_was_given_to_a_stranger_is_not_touched() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            EmbeddedPostgres.start(data, PostgresForTests.BINARIES).close();
            Process stranger = new ProcessBuilder("sleep", "120").start();
            try {
                Files.writeString(directory.resolve("postgres/postmaster.pid"), stranger.pid() + "\n");
                EmbeddedPostgres.start(data, PostgresForTests.BINARIES).close();
                assertThat(stranger.isAlive()).isTrue();
            } finally {
                stranger.destroyForcibly();
            }
        }
    }

    @Test
    void a_second_process_on_the_same_directory_is_turned_away_with_a_sentence() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Process second = start();
            holder = second;
            try (BufferedReader output = second.inputReader(StandardCharsets.UTF_8)) {
                assertThat(output.readLine())
                        .isEqualTo("refused The data directory " + data.path()
                                + " is in use by another running Shouxin (process "
                                + ProcessHandle.current().pid() + ").");
            }
        }
    }

    private int startAndKillAfter(int rows) throws Exception {
        Process killed = start();
        holder = killed;
        int committed = 0;
        try (BufferedReader output = killed.inputReader(StandardCharsets.UTF_8)) {
            while (committed < rows) {
                String line = Objects.requireNonNull(output.readLine(), "the child ended by itself");
                if (line.startsWith("committed ")) {
                    committed = Integer.parseInt(line.substring("committed ".length()));
                }
            }
            killed.destroyForcibly().waitFor();
        }
        return committed;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerHolder.class.getName(),
                        directory.toString(),
                        PostgresForTests.BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static int rows(EmbeddedPostgres server) {
        DatabaseLogin owner = server.access().owner();
        return JdbcClient.create(new DriverManagerDataSource(server.access().url(), owner.username(), owner.password()))
                .sql("SELECT count(*) FROM kept")
                .query(Integer.class)
                .single();
    }
}
