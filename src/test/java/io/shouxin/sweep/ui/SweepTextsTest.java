package io.shouxin.sweep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.retention.DecisionReason;
import io.shouxin.shared.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a sweep found and whyever it left something, the pages say it in words. */
class SweepTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_reason_has_words(String language) {
        Texts texts = language.equals("zh") ? Texts.chinese() : Texts.english();
        Stream<String> spared = Stream.concat(
                Stream.of(DecisionReason.values()).map(Enum::name),
                Stream.of("CASE_OPEN", "NOT_DUE", "GONE", "REFUSED"));
        assertThat(spared.map(why -> "sweep.spared." + why).filter(key -> !texts.has(key)))
                .isEmpty();
        assertThat(List.of(DecisionReason.RULE_OVER, DecisionReason.NO_RULE, DecisionReason.CONSENT_WITHDRAWN))
                .allMatch(why -> texts.has("sweep.why." + why));
    }
}
