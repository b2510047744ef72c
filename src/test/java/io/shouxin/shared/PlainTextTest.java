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
    void control_characters_but_tab_and_line_breaks_cannot_be_kept() {
        assertThat(PlainText.unkeepable("客\u0007户")).hasValue(2);
        assertThat(PlainText.unkeepable("客户\u009b")).hasValue(3);
        assertThat(PlainText.keepable("a\u0000b\u0007c\u009bd\u000be\ud83df\ude00g"))
                .isEqualTo("abcdefg");
    }
}
