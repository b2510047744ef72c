package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of whom no key is left, so that a certificate may name the day from which no backup can be read. */
class EndedKeysTest {

    private final UUID one = UUID.randomUUID();
    private final UUID sealed = UUID.randomUUID();

    @Test
    void somebody_erased_in_two_attempts_does_not_hide_another_whose_key_a_seal_keeps() {
        assertThat(KeyVault.Ended.ofAll(List.of(one, sealed), List.of(ended(one, 1), ended(one, 2))))
                .isFalse();
    }

    @Test
    void a_key_of_somebody_who_is_not_asked_about_does_not_count_for_one_who_is() {
        assertThat(KeyVault.Ended.ofAll(List.of(one, sealed), List.of(ended(one, 1), ended(UUID.randomUUID(), 1))))
                .isFalse();
    }

    @Test
    void where_everybody_lost_a_key_none_is_left_however_many_records_and_attempts_there_were() {
        assertThat(KeyVault.Ended.ofAll(
                        List.of(one, one, sealed), List.of(ended(one, 1), ended(one, 2), ended(sealed, 2))))
                .isTrue();
    }

    private static KeyVault.Ended ended(UUID scope, long second) {
        return new KeyVault.Ended(scope, Instant.ofEpochSecond(second));
    }
}
