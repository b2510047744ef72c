package io.shouxin.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and names as people write them, against what a file says. */
class ContactFormsTest {

    @ParameterizedTest
    @CsvSource({
        "13800010001, 13800010001",
        "138-0001 0001, 13800010001",
        "+86 138 0001 0001, 13800010001",
        "１３８０００１０００１, 13800010001",
        "021-55500100, +862155500100",
        "021-55500100 转 8, +862155500100;ext=8",
        "021-55500100 ext. 8, +862155500100;ext=8",
        "+862155500100;ext=8, +862155500100;ext=8",
        "+1 212 555 0142, +12125550142"
    })
    void one_number_in_any_usual_form_is_a_number(String typed, String number) {
        assertThat(ContactForms.phone(typed)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                " 138 0013 8000 ",
                "138-0013-8000",
                "138\u20130013\u20118000",
                "+86 138 0013 8000",
                "+8613800138000",
                "0086 138-0013-8000",
                "86 13800138000",
                "(+86) 13800138000",
                "（86）138 0013 8000",
                "１３８００１３８０００",
                "＋８６　１３８　００１３　８０００",
                "138.0013.8000",
                "\u202d+86 138 0013 8000\u202c",
                "138\u200b00138000"
            })
    void a_mobile_number_is_read_however_it_is_written_or_pasted(String typed) {
        assertThat(ContactForms.phone(typed)).hasValue("13800138000");
        assertThat(ContactForms.isIncompletePhone(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"021\u201355500100 转 8", "\u202d021-55500100 ext. 8\u202c"})
    void an_extension_is_read_beside_dashes_and_marks_that_nobody_sees(String typed) {
        assertThat(ContactForms.phone(typed)).hasValue("+862155500100;ext=8");
    }

    @Test
    void a_piece_of_a_number_is_one_with_a_dash_of_any_length() {
        assertThat(ContactForms.isIncompletePhone("138\u20130013")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "无",
                "1380001000",
                "138000100011",
                "23800138000",
                "13800138000 13900139000",
                "SC-2026-000482",
                "\u0000",
                "\ud83d",
                "+123456",
                "138****0001",
                "13800010001 王先生",
                "电话 13800010001",
                "13800010001/139",
                "13800010001/13900010001",
                "13800010001 转",
                "021-55500100 转 总机"
            })
    void words_beside_it_a_second_one_or_half_of_one_make_it_none(String typed) {
        assertThat(ContactForms.phone(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"何三, 何三", "' 何 三 ', 何三", "何三女士, 何三", "Ann Lee, ANN LEE", "Ms Ann Lee, Ann Lee", "阿·丽, 阿丽"})
    void a_name_is_the_same_whatever_its_spaces_its_case_and_the_form_of_address(String typed, String onFile) {
        assertThat(ContactForms.isSameName(typed, onFile)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"何四, 何三", "何女士, 何三", "何, 何三", "'', 何三", "何三三, 何三"})
    void another_name_is_another(String typed, String onFile) {
        assertThat(ContactForms.isSameName(typed, onFile)).isFalse();
    }
}
