package io.shouxin.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;

/**
 * Personal data shown masked until somebody asks to see it. The supplier is the service call that checks the right to
 * see and logs the view; it runs once for each time that the value is shown.
 */
public final class MaskedValue extends Span {

    private final String masked;
    private final Supplier<String> reveal;
    private final Span value = new Span();
    private final Button toggle = Buttons.link("", this::toggle);
    private boolean shown;

    public MaskedValue(String masked, Supplier<String> reveal) {
        this.masked = masked;
        this.reveal = reveal;
        addClassName("masked-value");
        value.setText(masked);
        value.getElement().setAttribute("dir", "auto"); // set apart from the words beside it, whichever way it runs
        label();
        add(value, toggle);
    }

    private void toggle() {
        value.setText(shown ? masked : reveal.get());
        shown = !shown;
        label();
    }

    private void label() {
        toggle.setText(UiTexts.text(shown ? "ui.hide" : "ui.show"));
    }
}
