package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A row of a staff list: what, time left, and in a second line reference, masked person, place. */
public final class ListRow extends RouteLink {

    private final Span line;

    public ListRow(String title, Chip state, String second, String route) {
        super(route);
        addClassName("list-row");
        Span name = new Span(title);
        name.addClassName("title");
        Div first = new Div(name, state);
        first.addClassName("first");
        line = new Span(second);
        line.addClassName("second");
        add(first, line);
    }

    /** A second state, before the second line. */
    public ListRow flag(Chip chip) {
        line.addComponentAsFirst(new Span(" "));
        line.addComponentAsFirst(chip);
        return this;
    }

    /** The row whose detail is shown. */
    public ListRow chosen(boolean chosen) {
        getElement().setAttribute("aria-current", chosen ? "true" : "false");
        return this;
    }
}
