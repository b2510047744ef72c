package io.shouxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern WRITTEN_KEY = Pattern.compile(
            "[tT]exts(?:\\.of\\(\\w+\\)|\\.chinese\\(\\)|\\.english\\(\\)|\\(\\))?\\s*\\.get\\(\\s*\"([\\w.]+)\"\\s*[,)]");
    private static final Pattern ASCII_BETWEEN_CHINESE = Pattern.compile("\\p{IsHan}[,;:?!]\\p{IsHan}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Texts.english().keys()).isEqualTo(Texts.chinese().keys());
    }

    @Test
    void words_from_right_to_left_turn_nothing_of_the_sentence_around_them() {
        assertThat(Texts.english().get("client.done.noteText", "שלום 12"))
                .startsWith("“\u2068שלום 12\u2069” The people");
        assertThat(Texts.chinese().get("staff.case.quote", "请尽快")).isEqualTo("“请尽快”");
    }

    @Test
    void the_privacy_officer_has_one_english_name_and_the_long_one_of_the_law_stands_beside_it_once() {
        assertThat(Texts.english().keys().stream()
                        .filter(key -> Texts.english().get(key).matches("(?si).*\\bperson in charge\\b.*")))
                .containsExactly("client.guide.contact.person");
        assertThat(Texts.english().get("client.guide.contact.person", "Z")).startsWith("Privacy officer (");
    }

    @Test
    void no_key_stands_in_two_areas() throws IOException {
        Map<String, String> areaOf = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String area : Texts.AREAS) {
            for (String key : properties(area, "zh_CN").stringPropertyNames()) {
                String other = areaOf.put(key, area);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + area);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_text_is_a_pattern_that_can_be_filled() throws IOException {
        for (String area : Texts.AREAS) {
            for (String language : List.of("zh_CN", "en")) {
                Properties properties = properties(area, language);
                for (String key : properties.stringPropertyNames()) {
                    assertThat(new MessageFormat(properties.getProperty(key), Locale.ROOT)
                                    .format(new Object[] {1, 2, 3, 4, 5}))
                            .as(key)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void chinese_text_has_chinese_punctuation() throws IOException {
        for (String area : Texts.AREAS) {
            Properties chinese = properties(area, "zh_CN");
            for (String key : chinese.stringPropertyNames()) {
                boolean list = key.startsWith("ui.date.");
                assertThat(!list
                                && ASCII_BETWEEN_CHINESE
                                        .matcher(chinese.getProperty(key))
                                        .find())
                        .as(key + "=" + chinese.getProperty(key))
                        .isFalse();
            }
        }
    }

    /** What is put together from parts cannot be found this way; what is written out can. */
    @Test
    void every_key_that_the_code_writes_out_has_a_text() throws IOException {
        Map<String, String> missing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher key = WRITTEN_KEY.matcher(Files.readString(file));
                while (key.find()) {
                    if (!Texts.chinese().has(key.group(1))) {
                        missing.put(key.group(1), file.getFileName().toString());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_missing_key_shows_itself() {
        assertThat(Texts.chinese().get("no.such.key")).isEqualTo("!no.such.key!");
    }

    private static Properties properties(String area, String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("/i18n/" + area + "_" + language + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return properties;
    }
}
