package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A message inside the page: what is the matter, and what to do. It stays until the page changes. */
public final class Notice extends Div {

    /** @param tone LATE is read out at once by screen readers */
    public Notice(Chip.Tone tone, String title, String whatToDo, Component... actions) {
        addClassNames("notice", "tone-" + tone.name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("role", tone == Chip.Tone.LATE ? "alert" : "status");
        Span shape = new Span(tone == Chip.Tone.SEAL ? "封" : "");
        shape.addClassName("shape");
        shape.getElement().setAttribute("aria-hidden", "true");
        Div words = new Div(new H2(title));
        words.addClassName("words");
        if (!whatToDo.isEmpty()) {
            words.add(new Paragraph(whatToDo));
        }
        words.add(actions);
        add(shape, words);
    }

    public static Notice done(String title, String next) {
        return new Notice(Chip.Tone.OK, title, next);
    }

    public static Notice info(String title, String text) {
        return new Notice(Chip.Tone.PLAIN, title, text);
    }

    public static Notice warning(String title, String whatToDo) {
        return new Notice(Chip.Tone.WARN, title, whatToDo);
    }

    public static Notice sealed(String title, String text) {
        return new Notice(Chip.Tone.SEAL, title, text);
    }
}
