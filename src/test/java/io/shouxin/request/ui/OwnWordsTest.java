package io.shouxin.request.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnWordsTest {

    @Test
    void words_lines_and_emoji_stay_as_they_are() {
        String words = "第一行\r\n\t第二行 😀 𠮷";
        assertThat(OwnWords.keepable(words)).isEqualTo(words);
    }

    @Test
    void control_characters_and_halves_of_characters_are_left_out() {
        assertThat(OwnWords.keepable("a\u0000b\u0007c\u009bd\ud83de\ude00f")).isEqualTo("abcdef");
    }
}
