package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.setup.ScaleTier;
import io.shouxin.setup.ScaleTiers;
import io.shouxin.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmnScaleTiersTest {

    private static final ScaleTiers TIERS = new DmnScaleTiers(new DecisionTables());

    @ParameterizedTest
    @CsvSource({
        "1, SMALL_HANDLER",
        "99999, SMALL_HANDLER",
        "100000, GENERAL_HANDLER",
        "999999, GENERAL_HANDLER",
        "1000000, OFFICER_REQUIRED",
        "9999999, OFFICER_REQUIRED",
        "10000000, LARGE_HANDLER",
        "2000000000, LARGE_HANDLER"
    })
    void a_number_of_people_falls_into_one_tier(long people, String code) {
        assertThat(TIERS.of(people).code()).isEqualTo(code);
    }

    @Test
    void a_tier_names_its_source_and_is_told_in_both_languages() {
        ScaleTier tier = TIERS.of(80_000);
        assertThat(tier.source()).contains("第 25 号");
        assertThat(tier.certainty()).contains("V2");
        for (Texts texts : new Texts[] {Texts.chinese(), Texts.english()}) {
            assertThat(texts.has(tier.textKey())).isTrue();
            assertThat(texts.has(tier.textKey() + ".title")).isTrue();
        }
    }

    @Test
    void nobody_is_no_number_of_people() {
        assertThatThrownBy(() -> TIERS.of(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_table_that_was_asked_can_be_named() {
        assertThat(TIERS.version()).matches("v1-[0-9a-f]{12}");
    }
}
