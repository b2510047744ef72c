package io.shouxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> KNOWN = List.of("zhangweiguo", "张卫国", "Wonderhomes");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"lantern-copper-meadow", "f8#kQ2!vLm0pZt", "老街口的豆浆油条三块五毛"})
    void a_long_password_that_nobody_guesses_is_taken(String password) {
        assertThatCode(() -> rules.check(password, KNOWN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Qx7!pL2, identity.password.error.short",
        "password1234, identity.password.error.weak",
        "aaaaaaaaaaaaaaaa, identity.password.error.weak",
        "qwertyuiop[]\\, identity.password.error.weak",
        "zhangweiguo2026, identity.password.error.weak",
        "Wonderhomes123, identity.password.error.weak"
    })
    void a_short_or_common_one_or_one_made_of_names_is_refused_with_its_reason(String password, String reason) {
        assertThatThrownBy(() -> rules.check(password, KNOWN))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo(reason));
    }

    @Test
    void what_the_hash_would_cut_off_is_refused() {
        String long73 = "lantern-copper-meadow-".repeat(3) + "harvest";
        assertThat(long73).hasSize(73);
        assertThatThrownBy(() -> rules.check(long73, KNOWN))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.textKey())
                        .isEqualTo("identity.password.error.long"));
        assertThatCode(() -> rules.check(long73.substring(0, 72), KNOWN)).doesNotThrowAnyException();
    }

    @Test
    void a_start_password_keeps_the_rules_and_never_repeats() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String password = rules.make();
            assertThatCode(() -> rules.check(password, KNOWN)).doesNotThrowAnyException();
            made.add(password);
        }
        assertThat(made).hasSize(50).allMatch(password -> password.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
    }
}
