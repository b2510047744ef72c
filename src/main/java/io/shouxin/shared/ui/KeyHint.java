package io.shouxin.shared.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** The key that does the same as the control it stands in; hidden where single keys are switched off. */
@Tag("kbd")
public final class KeyHint extends HtmlContainer {

    public KeyHint(String key) {
        setText(key);
        addClassName("key-hint");
        getElement().setAttribute("aria-hidden", "true");
    }
}
