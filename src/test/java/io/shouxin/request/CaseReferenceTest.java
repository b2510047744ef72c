package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReferenceTest {

    @Test
    void a_number_that_is_made_is_one_that_is_printed_and_read() {
        String made = CaseReference.of(2026, 482);
        assertThat(made).isEqualTo("SC-2026-000482");
        assertThat(CaseReference.isPrinted(made)).isTrue();
        assertThat(CaseReference.read(made)).hasValue(made);
        assertThat(CaseReference.isPrinted(CaseReference.of(2026, 1_000_000))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sc-2026-000482",
                " SC 2026 000482 ",
                "sc2026000482",
                "ＳＣ－2026－000482",
                "SC\u20132026\u2013000482"
            })
    void a_number_is_read_whatever_stands_between_its_parts(String typed) {
        assertThat(CaseReference.read(typed)).hasValue("SC-2026-000482");
        assertThat(CaseReference.isPrinted(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SC-2026-00048",
                "XH-2026-000482",
                "XH-QL-2026-000482",
                "2026-000482",
                "SC22-2222-2222",
                "no\u0000number"
            })
    void what_is_no_number_of_a_case_is_none(String typed) {
        assertThat(CaseReference.read(typed)).isEmpty();
        assertThat(CaseReference.isPrinted(typed)).isFalse();
    }
}
