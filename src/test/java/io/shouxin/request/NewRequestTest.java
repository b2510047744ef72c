package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewRequestTest {

    @ParameterizedTest
    @CsvSource({
        "138 0001 0001, 13800010001",
        "+86 138-0001-0001, 13800010001",
        "021-6234 5678, +862162345678",
        "13800010001, 13800010001",
        "+862162345678;ext=12, +862162345678;ext=12",
        "'', ''",
        "' ', ''"
    })
    void a_telephone_number_is_kept_in_the_form_in_which_people_are_found(String typed, String kept) {
        assertThat(of(typed).contactPhone()).isEqualTo(kept);
        assertThat(of(kept).contactPhone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"138 0001", "138****0001", "打电话给我", "13800010001 13800010002"})
    void what_is_not_one_number_is_refused_at_its_field(String typed) {
        assertThatThrownBy(() -> of(typed))
                .isInstanceOfSatisfying(
                        InvalidInput.class, wrong -> assertThat(wrong.pointer()).isEqualTo("/contactPhone"));
    }

    @Test
    void the_refusal_is_a_sentence_in_both_languages() {
        assertThat(Texts.chinese().has("request.error.phoneUnreadable")).isTrue();
        assertThat(Texts.english().has("request.error.phoneUnreadable")).isTrue();
    }

    private static NewRequest of(String phone) {
        return new NewRequest(
                RequestType.DELETION, null, null, Channel.LETTER, null, null, "", "zh", "某人", phone, null, false, null);
    }
}
