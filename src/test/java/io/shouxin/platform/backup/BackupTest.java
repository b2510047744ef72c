package io.shouxin.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.platform.DataDirectory;
import io.shouxin.platform.StartRefusedException;
import io.shouxin.platform.database.DatabaseLogin;
import io.shouxin.platform.database.EmbeddedPostgres;
import io.shouxin.testing.PostgresForTests;
import io.shouxin.testing.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A cluster is copied while it works or while it stands still, and comes back from the copy. */
@TestInstance(Lifecycle.PER_CLASS)
class BackupTest {

    private final SetClock clock = new SetClock();
    private final Path directory;
    private Path backups;

    BackupTest(@TempDir Path directory) {
        this.directory = directory;
        this.backups = directory.resolve("backups");
    }

    @BeforeAll
    void an_installation_that_stands_still_with_three_rows() throws Exception {
        try (DataDirectory data = DataDirectory.open(installation());
                EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES)) {
            owner(server)
                    .sql("CREATE TABLE kept AS SELECT generate_series(1, 3) AS number")
                    .update();
        }
    }

    @BeforeEach
    void no_back_up_yet() throws IOException {
        backups = Files.createTempDirectory(directory, "backups");
        FileSystemUtils.deleteRecursively(directory.resolve("restored"));
    }

    @Test
    void a_copy_made_under_writes_comes_back_with_all_that_was_committed_before_and_nothing_torn() throws Exception {
        AtomicInteger committed = new AtomicInteger();
        int before;
        Backup backup;
        try (DataDirectory data = DataDirectory.open(directory.resolve("working"));
                EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES)) {
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = writer(server, committed, stop);
            while (committed.get() < 50) {
                Thread.onSpinWait();
            }
            before = committed.get();
            backup = Backup.make(data.path(), backups, clock);
            int during = committed.get();
            stop.set(true);
            writer.join();
            assertThat(during).as("the server went on working").isGreaterThan(before);
        }

        assertThat(backup.manifest().running()).isTrue();
        List<Integer> back = restoredRows(backup);
        assertThat(back).hasSizeGreaterThanOrEqualTo(before);
        assertThat(back)
                .as("no hole: it is one moment's state")
                .isEqualTo(Stream.iterate(1, n -> n + 1).limit(back.size()).toList());
    }

    @Test
    void a_copy_made_while_it_stands_still_comes_back_too() throws Exception {
        Backup backup = Backup.make(installation(), backups, clock);
        assertThat(backup.manifest().running()).isFalse();
        assertThat(restoredRows(backup)).containsExactly(1, 2, 3);
    }

    @Test
    void wrapping_keys_and_the_record_of_erasures_are_not_in_it_and_only_the_owner_may_read_it() throws Exception {
        Files.writeString(installation().resolve("secrets/wrapping-keys.json"), "key");
        Files.createDirectories(installation().resolve("ledger"));
        Files.writeString(installation().resolve("ledger/erasures.jsonl"), "{}\n");
        Backup backup = Backup.make(installation(), backups, clock);
        assertThat(backup.manifest().files())
                .extracting(BackupManifest.FileEntry::path)
                .contains("postgres/global/pg_control", "secrets/postgres-postgres", "secrets/postgres-shouxin_app")
                .noneMatch(path -> path.contains("wrapping") || path.contains("erasures"));
        try (Stream<Path> all = Files.walk(backup.directory())) {
            assertThat(all)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isIn("rwx------", "rw-------"));
        }
        assertThat(LastBackup.of(installation())).contains(clock.instant());
    }

    @Test
    void a_changed_a_missing_and_a_foreign_file_are_each_found_before_anything_is_restored() throws Exception {
        Backup backup = Backup.make(installation(), backups, clock);
        Path version = backup.directory().resolve("postgres/PG_VERSION");
        Files.writeString(version, "18\n");
        assertThat(refusal(backup)).isEqualTo("operation.backup.damaged");
        Files.delete(version);
        assertThat(refusal(backup)).isEqualTo("operation.backup.missing");
        Files.writeString(version, "17\n");
        Files.writeString(backup.directory().resolve("postgres/more"), "");
        assertThat(refusal(backup)).isEqualTo("operation.backup.foreign");
        assertThat(directory.resolve("restored")).doesNotExist();
    }

    @Test
    void empty_directories_that_a_copy_of_the_copy_lost_are_made_again() throws Exception {
        Backup backup = Backup.make(installation(), backups, clock);
        try (Stream<Path> all = Files.walk(backup.directory())) {
            for (Path each : all.filter(Files::isDirectory)
                    .sorted((a, b) -> b.compareTo(a))
                    .toList()) {
                try (Stream<Path> inside = Files.list(each)) {
                    if (inside.findAny().isEmpty()) {
                        Files.delete(each);
                    }
                }
            }
        }
        assertThat(restoredRows(backup)).containsExactly(1, 2, 3);
    }

    @Test
    void a_directory_that_has_a_database_is_not_written_over() throws Exception {
        Backup backup = Backup.make(installation(), backups, clock);
        assertThatThrownBy(() -> Restore.files(backup, installation(), clock))
                .isInstanceOfSatisfying(BackupRefused.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("operation.restore.occupied"));
    }

    @Test
    void no_portal_starts_until_the_restore_was_finished() throws Exception {
        Backup backup = Backup.make(installation(), backups, clock);
        Path restored = directory.resolve("restored");
        Restore.files(backup, restored, clock);
        assertThatThrownBy(() -> Restore.refuseIfUnfinished(restored))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("not finished");
        Restore.finish(restored);
        Restore.refuseIfUnfinished(restored);
    }

    @Test
    void only_back_ups_past_their_time_are_removed() throws Exception {
        Backup old = Backup.make(installation(), backups, clock);
        clock.advance(Duration.ofDays(20));
        Backup young = Backup.make(installation(), backups, clock);
        Files.createDirectories(backups.resolve("shouxin-of-somebody-else"));
        clock.advance(Duration.ofDays(11));
        assertThat(Backup.removeOlderThan(backups, Duration.ofDays(30), clock)).containsExactly(old.directory());
        assertThat(old.directory()).doesNotExist();
        assertThat(young.directory()).exists();
        assertThat(backups.resolve("shouxin-of-somebody-else")).exists();
    }

    private Path installation() {
        return directory.resolve("data");
    }

    private Thread writer(EmbeddedPostgres server, AtomicInteger committed, AtomicBoolean stop) {
        Thread writer = new Thread(() -> {
            DatabaseLogin owner = server.access().owner();
            try (Connection connection =
                            DriverManager.getConnection(server.access().url(), owner.username(), owner.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (number int PRIMARY KEY, filling text)");
                for (int number = 1; !stop.get(); number++) {
                    statement.execute("INSERT INTO kept VALUES (" + number + ", repeat('x', 2000))");
                    committed.set(number);
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        return writer;
    }

    private List<Integer> restoredRows(Backup backup) throws IOException {
        Path restored = directory.resolve("restored");
        FileSystemUtils.deleteRecursively(restored);
        Restore.files(Backup.at(backup.directory()), restored, clock);
        try (DataDirectory data = DataDirectory.open(restored);
                EmbeddedPostgres server = EmbeddedPostgres.start(data, PostgresForTests.BINARIES)) {
            return owner(server)
                    .sql("SELECT number FROM kept ORDER BY number")
                    .query(Integer.class)
                    .list();
        }
    }

    private String refusal(Backup backup) {
        try {
            Restore.files(backup, directory.resolve("restored"), clock);
            return "none";
        } catch (BackupRefused refused) {
            return refused.textKey();
        }
    }

    private static JdbcClient owner(EmbeddedPostgres server) {
        DatabaseLogin owner = server.access().owner();
        return JdbcClient.create(
                new DriverManagerDataSource(server.access().url(), owner.username(), owner.password()));
    }
}
