package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DocumentTextsTest {

    @Test
    void both_languages_have_the_same_keys() throws Exception {
        assertThat(bundle("en").keySet()).isEqualTo(bundle("zh_CN").keySet());
    }

    @Test
    void chinese_sentences_use_full_width_punctuation() throws Exception {
        for (Object text : bundle("zh_CN").values()) {
            assertThat((String) text).doesNotContainPattern("\\p{IsHan}[,;:!?()]");
        }
    }

    private static Properties bundle(String suffix) throws Exception {
        Properties bundle = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(
                        DocumentTextsTest.class.getResourceAsStream("/i18n/document_" + suffix + ".properties")),
                StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
