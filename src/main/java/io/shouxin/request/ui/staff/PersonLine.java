package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import io.shouxin.request.PersonReveal.Revealed;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.UiTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A person, masked; shown whole for a minute when somebody asks, which is written down. */
final class PersonLine extends Span {

    private static final int SHOWN_MS = 60_000;

    private final String masked;
    private final Supplier<Revealed> reveal;
    private final Span value = new Span();
    private final Button toggle = Buttons.link("", this::toggle);
    private boolean shown;

    PersonLine(String masked, Supplier<Revealed> reveal) {
        this.masked = masked;
        this.reveal = reveal;
        addClassNames("masked-value", "person-line");
        hide();
        add(value, toggle);
    }

    private void toggle() {
        if (shown) {
            hide();
            return;
        }
        Revealed person = reveal.get();
        List<String> parts = new ArrayList<>();
        parts.add(PlainText.isolated(person.name()));
        parts.addAll(person.phones());
        parts.add(person.idNumber());
        parts.removeIf(String::isBlank);
        value.setText(String.join(" · ", parts));
        toggle.setText(UiTexts.text("ui.hide"));
        toggle.getElement().setAttribute("title", UiTexts.text("staff.reveal.logged"));
        shown = true;
        getElement()
                .executeJs("return new Promise(done => setTimeout(() => done(true), $0))", SHOWN_MS)
                .then(Boolean.class, over -> hide());
    }

    private void hide() {
        shown = false;
        value.setText(masked);
        toggle.setText(UiTexts.text("ui.show"));
        toggle.getElement().setAttribute("title", UiTexts.text("staff.reveal.hint"));
    }
}
