package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** An empty list says what will appear here and how. */
public final class EmptyState extends Div {

    public EmptyState(String title, String whatWillAppear, Component... actions) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(whatWillAppear));
        add(actions);
    }
}
