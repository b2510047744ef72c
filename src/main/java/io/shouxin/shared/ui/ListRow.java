package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A row of a staff list: what, time left, and in a second line reference, masked person, place. */
public final class ListRow extends RouteLink {

    public ListRow(String title, Chip state, String second, String route) {
        super(route);
        addClassName("list-row");
        Span name = new Span(title);
        name.addClassName("title");
        Div first = new Div(name, state);
        first.addClassName("first");
        Span line = new Span(second);
        line.addClassName("second");
        add(first, line);
    }

    /** The row whose detail is shown. */
    public ListRow chosen(boolean chosen) {
        getElement().setAttribute("aria-current", chosen ? "true" : "false");
        return this;
    }
}
