package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Span;

/** Words for people who listen to the page instead of looking at it. */
public final class Hidden extends Span {

    public Hidden(String text) {
        super(text);
        addClassName("visually-hidden");
    }
}
