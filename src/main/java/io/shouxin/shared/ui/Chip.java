package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * A short state in a pill: 将删除, 只存不用至 2033-06-30, 超期 1 天. The tone adds a shape of its own, because colour is
 * never the only signal (WCAG 1.4.1).
 */
public final class Chip extends Span {

    public enum Tone {
        OK,
        WARN,
        LATE,
        /** At rest: paused, waiting for somebody else. */
        CALM,
        /** Under way by itself. */
        BUSY,
        /** Sealed; nothing else may use it. */
        SEAL,
        PLAIN
    }

    public Chip(Tone tone, String text) {
        addClassNames("chip", "tone-" + tone.name().toLowerCase(Locale.ROOT));
        if (tone != Tone.PLAIN) {
            Span shape = new Span(tone == Tone.SEAL ? "封" : "");
            shape.addClassName("shape");
            shape.getElement().setAttribute("aria-hidden", "true");
            add(shape);
        }
        add(new Span(text));
    }

    public static Chip ok(String text) {
        return new Chip(Tone.OK, text);
    }

    public static Chip warn(String text) {
        return new Chip(Tone.WARN, text);
    }

    public static Chip late(String text) {
        return new Chip(Tone.LATE, text);
    }

    public static Chip calm(String text) {
        return new Chip(Tone.CALM, text);
    }

    public static Chip seal(String text) {
        return new Chip(Tone.SEAL, text);
    }

    public static Chip plain(String text) {
        return new Chip(Tone.PLAIN, text);
    }
}
