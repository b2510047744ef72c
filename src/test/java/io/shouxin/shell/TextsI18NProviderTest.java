package io.shouxin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Texts;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsI18NProviderTest {

    private final TextsI18NProvider provider = new TextsI18NProvider();

    @Test
    void chinese_comes_first() {
        assertThat(provider.getProvidedLocales()).containsExactly(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    @Test
    void vaadin_reads_our_bundles() {
        assertThat(provider.getTranslation("ui.step", Locale.SIMPLIFIED_CHINESE, 3, 5))
                .isEqualTo("第 3 步，共 5 步");
        assertThat(provider.getTranslation("ui.step", Locale.UK, 3, 5)).isEqualTo("Step 3 of 5");
        assertThat(provider.getTranslation("ui.cancel", Locale.FRENCH)).isEqualTo("取消");
    }

    @Test
    void the_shell_says_everything_in_both_languages() {
        assertThat(ours(Texts.english())).isEqualTo(ours(Texts.chinese())).isNotEmpty();
    }

    private static Set<String> ours(Texts texts) {
        Set<String> keys = new TreeSet<>(texts.keys());
        keys.removeIf(key -> !key.startsWith("ui.") && !key.startsWith("shell.") && !key.startsWith("RailSection."));
        return keys;
    }
}
