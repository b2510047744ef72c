package io.shouxin.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

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
    void a_number_is_read_however_it_is_written(String typed) {
        assertThat(Phones.read(typed)).contains("13800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1380013800",
                "138001380001",
                "23800138000",
                "138****8000",
                "13800138000 13900139000",
                "手机 13800138000",
                "SC-2026-000482",
                "\u0000",
                "\ud83d"
            })
    void what_is_no_number_or_not_just_one_is_none(String typed) {
        assertThat(Phones.read(typed)).isEmpty();
    }
}
