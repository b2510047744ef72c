package io.shouxin.record.ui;

import com.vaadin.flow.component.button.Button;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.UiTexts;

/** The button that destroys a file before anything of it was imported, after a question. */
final class Discard {

    private Discard() {}

    static Button button(Runnable discard) {
        Texts texts = UiTexts.current();
        return Buttons.quiet(texts.get("imports.mapping.discard"), () -> ComponentTexts.confirm(
                        texts.get("imports.mapping.discard.title"),
                        texts.get("imports.mapping.discard.text"),
                        texts.get("imports.mapping.discard"),
                        discard)
                .open());
    }
}
