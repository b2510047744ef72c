package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.platform.KeyBackup.Verdict;
import io.shouxin.platform.KeyVaultInstallation.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the wrapping keys is tried on a real database before anybody relies on it. */
class KeyBackupTest {

    private final Path directory;
    private final KeyVaultInstallation installation;

    KeyBackupTest(@TempDir Path directory) {
        this.directory = directory;
        this.installation = new KeyVaultInstallation(directory.resolve("secrets/wrapping-keys.json"));
    }

    @Test
    void a_copy_of_today_opens_before_and_after_there_is_something_to_open() {
        try (Running running = installation.start()) {
            KeyBackup backup = backup(running);
            assertThat(backup.check(backup.copy())).isEqualTo(Verdict.OPENS);
            running.vault().open(KeyScope.subject(UUID.randomUUID()));
            assertThat(backup.check(backup.copy())).isEqualTo(Verdict.OPENS);
        }
    }

    @Test
    void a_copy_of_before_the_key_changed_is_outdated() {
        try (Running running = installation.start()) {
            KeyBackup backup = backup(running);
            running.vault().open(KeyScope.subject(UUID.randomUUID()));
            byte[] before = backup.copy();
            running.vault().beginNewEpoch();
            assertThat(backup.check(before)).isEqualTo(Verdict.OUTDATED);
            assertThat(backup.check(backup.copy())).isEqualTo(Verdict.OPENS);
        }
    }

    @Test
    void it_is_told_from_when_a_copy_will_be_outdated() {
        try (Running running = installation.start()) {
            assertThat(backup(running).nextEpoch())
                    .isEqualTo(running.clock().instant().plus(Duration.ofDays(7)));
        }
    }

    @Test
    void the_keys_of_another_installation_do_not_open_whatever_they_are_numbered() {
        KeyVaultInstallation other = new KeyVaultInstallation(directory.resolve("other/wrapping-keys.json"));
        try (Running running = installation.start();
                Running foreign = other.start()) {
            assertThat(backup(running).check(backup(foreign).copy())).isEqualTo(Verdict.FOREIGN);
            foreign.vault().beginNewEpoch();
            assertThat(backup(foreign).check(backup(running).copy())).isEqualTo(Verdict.FOREIGN);
        }
    }

    @Test
    void what_holds_no_keys_is_called_so() {
        try (Running running = installation.start()) {
            KeyBackup backup = backup(running);
            for (String content : new String[] {
                "",
                "{}",
                "{\"epochs\":[]}",
                "{\"epochs\":null}",
                "PK\u0003\u0004",
                "{\"epochs\":[{\"number\":1,\"key\":\"no base64!\"}]}"
            }) {
                assertThat(backup.check(content.getBytes(StandardCharsets.UTF_8)))
                        .as(content)
                        .isEqualTo(Verdict.UNREADABLE);
            }
            assertThat(backup.check(new byte[KeyBackup.LARGEST + 1])).isEqualTo(Verdict.TOO_LARGE);
        }
    }

    @Test
    void the_file_in_use_is_no_copy_of_itself_by_whatever_path() throws IOException {
        try (Running running = installation.start()) {
            KeyBackup backup = backup(running);
            Path copy = directory.resolve("copy.json");
            Files.write(copy, backup.copy());
            Path link = Files.createSymbolicLink(directory.resolve("link.json"), installation.keyFile());
            assertThat(backup.check(copy)).isEqualTo(Verdict.OPENS);
            assertThat(backup.check(installation.keyFile())).isEqualTo(Verdict.THE_FILE_ITSELF);
            assertThat(backup.check(link)).isEqualTo(Verdict.THE_FILE_ITSELF);
            assertThat(backup.check(directory.resolve("nowhere.json"))).isEqualTo(Verdict.NO_FILE);
            assertThat(backup.check(directory)).isEqualTo(Verdict.NO_FILE);
        }
    }

    private static KeyBackup backup(Running running) {
        return running.context().getBean(KeyBackup.class);
    }
}
