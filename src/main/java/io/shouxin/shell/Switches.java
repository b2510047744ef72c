package io.shouxin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.UiTexts;
import java.util.Locale;

/** The small switches of the layouts: language, large letters, light or dark, single keys. */
final class Switches {

    private static final String TOGGLE = """
            const root = document.documentElement;
            const on = root.getAttribute($0) !== $1;
            if (on) root.setAttribute($0, $1); else root.removeAttribute($0);
            document.cookie = $2 + '=' + (on ? $1 : $3) + ';path=/;max-age=31536000;samesite=lax'
              + (location.protocol === 'https:' ? ';secure' : '');
            document.querySelectorAll('[data-switches="' + $0 + '"]').forEach(b => b.setAttribute('aria-pressed', String(on)));
            """;

    private static final String SHOW_STATE =
            "this.setAttribute('aria-pressed', String(document.documentElement.getAttribute($0) === $1))";

    private Switches() {}

    /** Offers the other language, named in that language; the name that is read out holds the words that are seen (WCAG 2.5.3). */
    static NativeButton language() {
        Texts texts = UiTexts.current();
        Locale other = texts.isChinese() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        NativeButton button = button(texts.isChinese() ? "EN" : "中文", () -> Preferences.choose(UI.getCurrent(), other));
        button.getElement().setAttribute("lang", other.toLanguageTag());
        if (texts.isChinese()) {
            button.setAriaLabel("EN – English"); // what is seen is an abbreviation; 中文 is whole
        }
        return button;
    }

    /** Says that it is on: only the page knows, and each of its several buttons must show it. */
    static NativeButton largeLetters() {
        NativeButton button = toggle("shell.large", "data-size", "large", Preferences.SIZE, "normal");
        button.getElement().setAttribute("data-switches", "data-size");
        button.addAttachListener(attached -> button.getElement().executeJs(SHOW_STATE, "data-size", "large"));
        return button;
    }

    /** Says what it will do: a device that is dark already is offered light. Only the page knows which it is. */
    static NativeButton dark() {
        NativeButton button = toggle("shell.dark", "theme", "dark", Preferences.COLOURS, "light");
        button.removeAll();
        button.add(words("shell.dark", "when-light"), words("shell.light", "when-dark"));
        return button;
    }

    private static Span words(String key, String when) {
        Span words = new Span(UiTexts.text(key));
        words.addClassName(when);
        return words;
    }

    /** Acts as if the switch between dark and light had been pressed. */
    static void toggleDark() {
        UI.getCurrent().getPage().executeJs(TOGGLE, "theme", "dark", Preferences.COLOURS, "light");
    }

    static NativeButton singleKeys() {
        return toggle("shell.keys-off", "data-keys", "off", Preferences.KEYS, "on");
    }

    static NativeButton button(String text, Runnable action) {
        NativeButton button = new NativeButton(text, click -> action.run());
        button.addClassName("switch");
        button.getElement().setAttribute("type", "button");
        return button;
    }

    private static NativeButton toggle(String key, String attribute, String on, String cookie, String off) {
        return button(UiTexts.text(key), () -> UI.getCurrent().getPage().executeJs(TOGGLE, attribute, on, cookie, off));
    }
}
