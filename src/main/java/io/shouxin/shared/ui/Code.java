package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A reference number, hash or id in monospace. */
public final class Code extends Span {

    public Code(String text) {
        super(text);
        addClassName("code");
    }
}
