package io.shouxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void words_line_ends_and_emoji_can_be_kept_and_an_emoji_is_one_character() {
        String text = "客户😀说：\r\n\t请删除 👨‍👩‍👧";
        assertThat(PlainText.unkeepable(text)).isEmpty();
        assertThat(PlainText.keepable(text)).isSameAs(text);
        assertThat(PlainText.length("客😀")).isEqualTo(2);
    }

    @Test
    void nul_and_half_a_character_cannot_be_kept_and_their_place_is_told() {
        assertThat(PlainText.unkeepable("客😀\u0000户")).hasValue(3);
        assertThat(PlainText.unkeepable("客\uD83D户")).hasValue(2);
        assertThat(PlainText.unkeepable("客户\uDE00")).hasValue(3);
        assertThat(PlainText.keepable("客\u0000\uD83D户😀\uDE00")).isEqualTo("客户😀");
    }

    @Test
    void marks_that_turn_the_direction_of_the_text_behind_them_cannot_be_kept_but_words_from_right_to_left_can() {
        for (int mark : new int[] {
            0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069
        }) {
            String note = "请" + Character.toString(mark) + "删除";
            assertThat(PlainText.unkeepable(note)).as("U+%04X", mark).hasValue(2);
            assertThat(PlainText.keepable(note)).isEqualTo("请删除");
        }
        assertThat(PlainText.unkeepable("שלום עולם, مرحبا")).isEmpty();
    }

    @Test
    void words_from_right_to_left_are_set_apart_within_a_sentence_and_others_stay_as_they_are() {
        assertThat(PlainText.isolated("שלום")).isEqualTo("\u2068שלום\u2069");
        assertThat(PlainText.isolated("王小明 Zoë 😀")).isEqualTo("王小明 Zoë 😀");
    }

    @Test
    void control_characters_but_tab_and_line_breaks_cannot_be_kept() {
        assertThat(PlainText.unkeepable("客\u0007户")).hasValue(2);
        assertThat(PlainText.unkeepable("客户\u009b")).hasValue(3);
        assertThat(PlainText.keepable("a\u0000b\u0007c\u009bd\u000be\ud83df\ude00g"))
                .isEqualTo("abcdefg");
    }
}
