package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.shouxin.testing.EmptyPage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class SwitchesTest {

    @Test
    void what_is_read_out_of_the_language_button_holds_what_is_seen_of_it() {
        NativeButton toEnglish = Switches.language();
        assertThat(toEnglish.getText()).isEqualTo("EN");
        assertThat(toEnglish.getAriaLabel()).hasValue("EN – English");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        NativeButton toChinese = Switches.language();
        assertThat(toChinese.getText()).isEqualTo("中文");
        assertThat(toChinese.getAriaLabel().orElse("中文")).contains("中文");
    }

    @Test
    void every_button_for_large_letters_shows_whether_they_are_on_when_it_appears_and_when_one_is_pressed() {
        NativeButton head = Switches.largeLetters();
        NativeButton foot = Switches.largeLetters();
        UI.getCurrent().add(head, foot);
        assertThat(scripts())
                .filteredOn(script -> script.contains("this.setAttribute('aria-pressed'"))
                .hasSize(2);
        _click(head);
        assertThat(scripts()).anyMatch(script -> script.contains("forEach") && script.contains("aria-pressed"));
        assertThat(foot.getElement().getAttribute("data-switches"))
                .as("by which the other one is found")
                .isEqualTo(head.getElement().getAttribute("data-switches"))
                .isEqualTo("data-size");
    }

    private static List<String> scripts() {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(sent -> sent.getInvocation().getExpression())
                .toList();
    }

    @Test
    void a_dark_page_is_offered_light_and_a_light_one_dark() {
        NativeButton button = Switches.dark();
        assertThat(_get(button, Span.class, spec -> spec.withClasses("when-light"))
                        .getText())
                .isEqualTo("深色");
        assertThat(_get(button, Span.class, spec -> spec.withClasses("when-dark"))
                        .getText())
                .isEqualTo("浅色");
    }
}
