package io.shouxin.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.OneTimeCodes;
import io.shouxin.testing.EmptyPage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class PendingSignInTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:12:00Z");

    @Test
    void a_sign_in_is_open_as_long_as_its_code_lives() {
        PendingSignIn.asked("13800010001", null, "mine", NOW).keep();
        Instant end = NOW.plus(OneTimeCodes.LIFE);
        assertThat(PendingSignIn.open(end.minusSeconds(1))).isPresent();
        assertThat(PendingSignIn.open(end)).isEmpty();
        assertThat(PendingSignIn.current())
                .as("a new code can still be asked for")
                .isPresent();
    }
}
