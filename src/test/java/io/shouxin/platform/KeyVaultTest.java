package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.platform.KeyVaultInstallation.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Keys on real PostgreSQL: what is destroyed stays so, what lives survives every change of the wrapping key. */
class KeyVaultTest {

    private static final KeyScope PERSON = KeyScope.subject(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final Cell CELL = new Cell("record_value", "ciphertext", UUID.randomUUID());

    private final KeyVaultInstallation installation;

    KeyVaultTest(@TempDir Path directory) {
        installation = new KeyVaultInstallation(directory.resolve("secrets/wrapping-keys.json"));
    }

    @Test
    void a_ciphertext_opens_in_its_own_cell_only() {
        try (Running running = installation.start()) {
            DataKey key = running.vault().open(PERSON);
            byte[] sealed = key.encrypt("张三", CELL);
            assertThat(key.decryptText(sealed, CELL)).isEqualTo("张三");
            List<Cell> others = List.of(
                    new Cell("record_value", "ciphertext", UUID.randomUUID()),
                    new Cell("record_value", "other", CELL.row()),
                    new Cell("case_text", "ciphertext", CELL.row()));
            assertThat(others).allSatisfy(other -> assertThatThrownBy(() -> key.decrypt(sealed, other))
                    .isInstanceOf(CannotDecrypt.class)
                    .hasMessageNotContaining("张三"));
        }
    }

    @Test
    void a_ciphertext_opens_with_its_own_key_only_and_not_when_altered() {
        try (Running running = installation.start()) {
            DataKey key = running.vault().open(PERSON);
            DataKey stranger = running.vault().open(KeyScope.subject(UUID.randomUUID()));
            byte[] sealed = key.encrypt("张三", CELL);
            assertThatThrownBy(() -> stranger.decrypt(sealed, CELL)).isInstanceOf(CannotDecrypt.class);
            byte[] altered = sealed.clone();
            altered[altered.length - 1] ^= 1;
            assertThatThrownBy(() -> key.decrypt(altered, CELL)).isInstanceOf(CannotDecrypt.class);
        }
    }

    @Test
    void a_scope_has_one_key_however_many_ask_at_once() {
        try (Running running = installation.start()) {
            Set<UUID> ids = new HashSet<>(IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(n -> running.vault().open(PERSON).id())
                    .toList());
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void a_destroyed_key_is_gone_and_a_later_one_does_not_open_what_it_protected() {
        try (Running running = installation.start()) {
            byte[] sealed = running.vault().open(PERSON).encrypt("张三", CELL);
            assertThat(running.vault().destroy(PERSON)).isPresent();
            assertThat(running.vault().destroy(PERSON)).as("a second time").isEmpty();
            assertThat(running.vault().find(PERSON)).isEmpty();
            DataKey later = running.vault().open(PERSON);
            assertThatThrownBy(() -> later.decrypt(sealed, CELL)).isInstanceOf(CannotDecrypt.class);
        }
    }

    @Test
    void the_database_refuses_to_revive_or_remove_a_destroyed_key() {
        try (Running running = installation.start()) {
            UUID id = running.vault().open(PERSON).id();
            byte[] wrapped = running.wrapped(id);
            running.vault().destroy(PERSON);
            assertThatThrownBy(() -> running.jdbc()
                            .sql("UPDATE keys.data_key SET wrapped = ?, destroyed_at = NULL WHERE id = ?")
                            .params(wrapped, id)
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("was destroyed and stays so");
            assertThatThrownBy(() -> running.jdbc()
                            .sql("DELETE FROM keys.data_key WHERE id = ?")
                            .param(id)
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void what_is_kept_gets_a_new_key_and_old_copies_of_it_stay_shut() {
        try (Running running = installation.start()) {
            byte[] oldCopy = running.vault().open(PERSON).encrypt("价格", CELL);
            KeyVault.Replacement change = running.vault().replace(PERSON);
            byte[] kept = change.fresh().encrypt(change.old().decrypt(oldCopy, CELL), CELL);
            DataKey now = running.vault().find(PERSON).orElseThrow();
            assertThat(now.decryptText(kept, CELL)).isEqualTo("价格");
            assertThatThrownBy(() -> now.decrypt(oldCopy, CELL)).isInstanceOf(CannotDecrypt.class);
            assertThat(running.wrapped(change.destroyed().keyId())).isNull();
        }
    }

    @Test
    void a_change_of_epoch_rewraps_every_live_key_and_everything_still_opens() {
        try (Running running = installation.start()) {
            List<KeyScope> people = IntStream.range(0, 1_100)
                    .mapToObj(n -> KeyScope.subject(UUID.randomUUID()))
                    .toList();
            running.vault()
                    .openAll(
                            KeyScope.Kind.SUBJECT,
                            people.stream().map(KeyScope::id).toList());
            DataKey key = running.vault().open(people.get(0));
            byte[] sealed = key.encrypt("张三", CELL);
            byte[] before = running.wrapped(key.id());

            running.vault().beginNewEpoch();

            assertThat(running.epochs()).containsExactly(2);
            assertThat(Arrays.equals(before, running.wrapped(key.id()))).isFalse();
            DataKey after = running.vault().find(people.get(0)).orElseThrow();
            assertThat(after.id()).isEqualTo(key.id());
            assertThat(after.decryptText(sealed, CELL)).isEqualTo("张三");
        }
    }

    @Test
    void a_change_of_epoch_that_a_crash_cut_short_is_completed_by_the_next_sweep() {
        try (Running running = installation.start()) {
            UUID id = running.vault().open(PERSON).id();
            byte[] left = running.wrapped(id);
            running.vault().beginNewEpoch();
            running.asOwner()
                    .sql("UPDATE keys.data_key SET wrapped = ?, epoch = 1 WHERE id = ?")
                    .params(left, id)
                    .update();
            running.sweep();
            assertThat(running.epochs()).containsExactly(2);
            assertThat(running.vault().find(PERSON)).isPresent();
        }
    }

    @Test
    void a_retired_epoch_ends_after_the_backup_window_and_with_it_every_backup_of_destroyed_keys() {
        try (Running running = installation.start()) {
            UUID erased = running.vault().open(PERSON).id();
            byte[] inBackup = running.wrapped(erased);
            KeyScope living = KeyScope.subject(UUID.randomUUID());
            byte[] sealed = running.vault().open(living).encrypt("张三", CELL);
            Instant destroyed = running.vault().destroy(PERSON).orElseThrow().at();
            LocalDate promised = running.vault().backupsUnreadableFrom(destroyed);
            assertThat(running.vault().ended(List.of(erased, UUID.randomUUID())))
                    .isEqualTo(Map.of(erased, new KeyVault.Ended(PERSON.id(), destroyed)));
            LocalDate ends = LocalDate.now(running.clock()).plusDays(7);
            assertThat(running.vault().wrappingKeyEndsOn(destroyed))
                    .isEqualTo(ends)
                    .isBefore(promised);

            running.clock().advance(Duration.ofDays(7).plusHours(1));
            running.sweep();
            running.restore(erased, Objects.requireNonNull(inBackup), 1);
            assertThat(running.vault().find(PERSON))
                    .as("a backup within the window still opens")
                    .isPresent();
            running.vault().destroy(PERSON);
            assertThat(running.destroyedEpochs()).isEmpty();

            running.clock().advance(Duration.ofDays(30).plusHours(1));
            assertThat(LocalDate.now(running.clock())).isBeforeOrEqualTo(promised);
            running.sweep();
            running.restore(erased, Objects.requireNonNull(inBackup), 1);
            assertThatThrownBy(() -> running.vault().find(PERSON)).hasMessageContaining("epoch 1 is gone");
            assertThat(running.destroyedEpochs()).containsExactly(1);
            assertThat(running.vault().find(living).orElseThrow().decryptText(sealed, CELL))
                    .isEqualTo("张三");
        }
    }

    @Test
    void without_its_key_file_an_installation_that_has_keys_refuses_to_start() throws Exception {
        try (Running running = installation.start()) {
            running.vault().open(PERSON);
        }
        Files.delete(installation.keyFile());
        assertThatThrownBy(installation::start).rootCause().hasMessageContaining("wrapping keys are missing");
        assertThat(installation.keyFile()).as("nothing is put in its place").doesNotExist();
    }

    @Test
    void a_damaged_file_of_wrapping_keys_is_refused_without_a_word_of_it() throws IOException {
        try (Running running = installation.start()) {
            running.vault().open(PERSON);
        }
        String written = Files.readString(installation.keyFile());
        String key = written.replaceAll("(?s).*\"key\" : \"([^\"]+)\".*", "$1");
        Files.writeString(installation.keyFile(), written.replace("\"" + key, key));
        assertThatThrownBy(installation::start)
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("are damaged")
                .hasMessageNotContaining(key.substring(0, 6))
                .hasNoCause();
    }

    @Test
    void the_wrapping_keys_of_another_database_are_refused_at_the_start(@TempDir Path elsewhere) throws IOException {
        try (Running running = installation.start()) {
            running.vault().open(PERSON);
        }
        KeyVaultInstallation other = new KeyVaultInstallation(elsewhere.resolve("secrets/wrapping-keys.json"));
        try (Running running = other.start()) {
            running.vault().open(PERSON);
        }
        Files.copy(other.keyFile(), installation.keyFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(installation::start)
                .hasStackTraceContaining("do not open this database's keys")
                .hasStackTraceContaining(StartRefusedException.class.getName());
    }

    @Test
    void keys_and_secrets_survive_a_restart() {
        byte[] sealed;
        byte[] index;
        try (Running running = installation.start()) {
            sealed = running.vault().open(PERSON).encrypt("张三", CELL);
            index = running.blind().of("PHONE", "13800000000");
            running.vault().beginNewEpoch();
        }
        try (Running running = installation.start()) {
            assertThat(running.vault().find(PERSON).orElseThrow().decryptText(sealed, CELL))
                    .isEqualTo("张三");
            assertThat(running.blind().of("PHONE", "13800000000")).isEqualTo(index);
        }
    }

    @Test
    void blind_indexes_of_one_value_differ_by_purpose_and_from_the_ledger() {
        try (Running running = installation.start()) {
            BlindIndex blind = running.blind();
            assertThat(blind.of("PHONE", "13800000000"))
                    .isEqualTo(blind.of("PHONE", "13800000000"))
                    .isNotEqualTo(blind.of("PHONE", "13800000001"))
                    .isNotEqualTo(blind.of("ID_NUMBER", "13800000000"))
                    .isNotEqualTo(blind.pseudonym("PHONE", "13800000000"))
                    .isNotEqualTo(blind.fingerprint("PHONE|13800000000"));
        }
    }

    @Test
    void the_same_value_has_another_blind_index_in_another_installation(@TempDir Path elsewhere) {
        try (Running here = installation.start();
                Running there = new KeyVaultInstallation(elsewhere.resolve("secrets/wrapping-keys.json")).start()) {
            assertThat(here.blind().of("PHONE", "13800000000"))
                    .isNotEqualTo(there.blind().of("PHONE", "13800000000"));
        }
    }
}
