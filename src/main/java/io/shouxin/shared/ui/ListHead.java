package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** The head of a split view's list: its name, and at the right the search or its key. */
public final class ListHead extends Div {

    public ListHead(String title, Component... right) {
        addClassName("list-head");
        add(new H2(title));
        Div corner = new Div(right);
        corner.addClassName("corner");
        add(corner);
    }
}
