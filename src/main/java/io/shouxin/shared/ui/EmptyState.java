package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** An empty list says what will appear here and how. */
public final class EmptyState extends Div {

    public EmptyState(String title, String whatWillAppear, Component... actions) {
        this(new H2(title), whatWillAppear);
        add(actions);
    }

    private EmptyState(Component heading, String whatWillAppear) {
        addClassName("empty-state");
        add(heading, new Paragraph(whatWillAppear));
    }

    /** Where the whole page has nothing to show, so that its heading is the page's. */
    public static EmptyState ofPage(String title, String whatWillAppear) {
        return new EmptyState(new H1(title), whatWillAppear);
    }
}
