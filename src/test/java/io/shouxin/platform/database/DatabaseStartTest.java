package io.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.testing.PostgresForTests;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that starts beside the application: whoever takes it closes it, and nobody leaves it running. */
class DatabaseStartTest {

    private final Path directory;

    DatabaseStartTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_server_that_nobody_took_is_stopped() {
        try (DataDirectory data = DataDirectory.open(directory)) {
            DatabaseStart start = DatabaseStart.begin(data, PostgresForTests.BINARIES);
            start.destroy();
            assertThat(directory.resolve("postgres")).isDirectory();
            assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void a_server_that_was_taken_is_left_to_its_taker() {
        try (DataDirectory data = DataDirectory.open(directory)) {
            DatabaseStart start = DatabaseStart.begin(data, PostgresForTests.BINARIES);
            try (EmbeddedPostgres server = start.take()) {
                start.destroy();
                assertThat(directory.resolve("postgres/postmaster.pid")).exists();
                assertThat(server.port()).isPositive();
            }
        }
    }

    @Test
    void a_refused_start_is_told_to_whoever_needs_the_server() throws Exception {
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "9");
        try (DataDirectory data = DataDirectory.open(directory)) {
            DatabaseStart start = DatabaseStart.begin(data, PostgresForTests.BINARIES);
            assertThatThrownBy(start::take).isInstanceOf(StartRefusedException.class);
            assertThatCode(start::destroy).doesNotThrowAnyException();
        }
    }
}
