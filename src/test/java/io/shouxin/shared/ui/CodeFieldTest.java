package io.shouxin.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeFieldTest {

    private final List<String> completed = new ArrayList<>();

    @BeforeEach
    void startVaadin() {
        MockVaadin.setup();
    }

    @AfterEach
    void stopVaadin() {
        MockVaadin.tearDown();
    }

    @Test
    void a_code_pasted_with_spaces_is_taken_as_digits() {
        CodeField field = field();
        field.setValue(" 482 913 ");
        assertThat(field.getValue()).isEqualTo("482913");
        assertThat(completed).containsExactly("482913");
    }

    @Test
    void full_width_digits_are_digits() {
        CodeField field = field();
        field.setValue("４８２９１３");
        assertThat(completed).containsExactly("482913");
    }

    @Test
    void an_incomplete_code_is_not_sent() {
        CodeField field = field();
        field.setValue("48291");
        assertThat(field.isComplete()).isFalse();
        assertThat(completed).isEmpty();
    }

    @Test
    void the_sixth_digit_sends_the_code_once() {
        CodeField field = field();
        field.setValue("48291");
        field.setValue("482913");
        field.setValue("4829137");
        assertThat(field.getValue()).isEqualTo("482913");
        assertThat(completed).first().isEqualTo("482913");
    }

    @Test
    void the_phone_may_fill_it_from_the_message() {
        assertThat(field().getElement().getProperty("autocomplete")).isEqualTo("one-time-code");
    }

    private CodeField field() {
        return new CodeField("验证码").onComplete(completed::add);
    }
}
