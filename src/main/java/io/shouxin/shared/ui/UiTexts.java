package io.shouxin.shared.ui;

import com.vaadin.flow.component.UI;
import io.shouxin.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The texts in the language of the person who looks at the present page. */
public final class UiTexts {

    private UiTexts() {}

    public static Texts current() {
        @Nullable UI ui = UI.getCurrent();
        return Texts.of(ui == null ? null : ui.getLocale());
    }

    /** Shorthand for {@code UiTexts.current().get(key, arguments)}. */
    public static String text(String key, Object... arguments) {
        return current().get(key, arguments);
    }
}
