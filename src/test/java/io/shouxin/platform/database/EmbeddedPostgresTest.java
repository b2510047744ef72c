package io.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.testing.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One installation's server over several starts: durable, closed, and its own. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {

    private final Path directory;
    private final DataDirectory data;
    private EmbeddedPostgres server;

    EmbeddedPostgresTest(@TempDir Path directory) {
        this.directory = directory;
        this.data = DataDirectory.open(directory);
        this.server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES);
    }

    @AfterAll
    void stop() {
        server.close();
        data.close();
    }

    @Test
    void what_must_be_durable_is() {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("data_checksums")).isEqualTo("on");
    }

    @Test
    void it_listens_on_the_loopback_address_only_and_on_no_socket() throws IOException {
        List<String> postmaster = Files.readAllLines(directory.resolve("postgres/postmaster.pid"));
        assertThat(postmaster.get(4)).as("socket directory").isEmpty();
        assertThat(postmaster.get(5)).as("listen address").isEqualTo("127.0.0.1");
    }

    @Test
    void nobody_gets_in_without_the_right_password() {
        String url = server.access().url();
        for (String role : List.of("postgres", Roles.OWNER, Roles.APP, Roles.LEGAL)) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, role, "wrong"))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("28P01"));
            assertThatThrownBy(() -> DriverManager.getConnection(url, role, "")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void every_secret_and_the_cluster_are_for_the_owner_only() throws IOException {
        assertThat(permissions(directory.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("secrets"))).isEqualTo("rwx------");
        try (Stream<Path> secrets = Files.list(directory.resolve("secrets"))) {
            assertThat(secrets).hasSize(4).allSatisfy(secret -> assertThat(permissions(secret))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_restart_keeps_the_data_and_the_passwords() {
        owner().sql("CREATE TABLE kept_over_restart AS SELECT 42 AS answer").update();
        server.close();
        server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES);
        assertThat(owner().sql("SELECT answer FROM kept_over_restart")
                        .query(Integer.class)
                        .single())
                .isEqualTo(42);
    }

    @Test
    void a_server_that_is_killed_while_we_run_is_started_again() throws IOException {
        owner().sql("CREATE TABLE kept_over_a_kill AS SELECT 42 AS answer").update();
        long killed = postmaster();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
            assertThat(postmaster()).isNotEqualTo(killed);
            assertThat(owner().sql("SELECT answer FROM kept_over_a_kill")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        });
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    @Test
    void a_failing_statement_leaves_no_value_in_the_servers_log() throws IOException {
        owner().sql("CREATE TABLE unique_name (name text PRIMARY KEY)").update();
        owner().sql("INSERT INTO unique_name VALUES ('canary-13800000000')").update();
        assertThatThrownBy(() -> owner().sql("INSERT INTO unique_name VALUES ('canary-13800000000')")
                        .update())
                .rootCause()
                .message()
                .doesNotContain("canary");
        assertThat(Files.readString(directory.resolve("logs/postgres.log"))).doesNotContain("canary");
    }

    @Test
    void a_server_whose_durability_was_switched_off_is_refused(@TempDir Path other) throws IOException {
        try (DataDirectory otherData = DataDirectory.open(other)) {
            EmbeddedPostgres.start(otherData, PostgresForTests.BINARIES).close();
            Files.writeString(other.resolve("postgres/local.conf"), "fsync = off\n");
            assertThatThrownBy(() -> EmbeddedPostgres.start(otherData, PostgresForTests.BINARIES))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("fsync is not on");
            assertThat(other.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void a_lost_password_is_named_and_the_server_does_not_stay_behind(@TempDir Path other) throws IOException {
        try (DataDirectory otherData = DataDirectory.open(other)) {
            EmbeddedPostgres.start(otherData, PostgresForTests.BINARIES).close();
            Files.delete(other.resolve("secrets/postgres-postgres"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(otherData, PostgresForTests.BINARIES))
                    .isInstanceOfSatisfying(StartRefusedException.class, refused -> assertThat(refused.remedy())
                            .contains("secrets"));
            assertThat(other.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    private String show(String setting) {
        return owner().sql("SHOW " + setting).query(String.class).single();
    }

    private JdbcClient owner() {
        DatabaseLogin owner = server.access().owner();
        return JdbcClient.create(
                new DriverManagerDataSource(server.access().url(), owner.username(), owner.password()));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
