package io.shouxin.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class CodeFieldTest {

    @Test
    void a_code_pasted_with_spaces_is_taken_as_digits() {
        CodeField field = field();
        field.setValue(" 482 913 ");
        assertThat(field.getValue()).isEqualTo("482913");
    }

    @Test
    void full_width_digits_are_digits() {
        CodeField field = field();
        field.setValue("４８２９１３");
        assertThat(field.getValue()).isEqualTo("482913");
    }

    @Test
    void five_digits_are_not_complete() {
        CodeField field = field();
        field.setValue("48291");
        assertThat(field.isComplete()).isFalse();
    }

    @Test
    void a_seventh_digit_is_dropped() {
        CodeField field = field();
        field.setValue("48291");
        field.setValue("482913");
        field.setValue("4829137");
        assertThat(field.getValue()).isEqualTo("482913");
        assertThat(field.isComplete()).isTrue();
    }

    @Test
    void the_phone_may_fill_it_from_the_message() {
        assertThat(field().getElement().getProperty("autocomplete")).isEqualTo("one-time-code");
    }

    private CodeField field() {
        return new CodeField("验证码");
    }
}
