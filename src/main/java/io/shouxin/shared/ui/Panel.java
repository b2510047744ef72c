package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled box on a staff page. */
public final class Panel extends Section {

    private final Div head = new Div();

    public Panel(String title, Component... content) {
        addClassName("panel");
        head.addClassName("panel-head");
        head.add(new H2(title));
        add(head);
        add(content);
    }

    /** Something at the right of the title: a chip, a link. */
    public Panel corner(Component part) {
        head.add(part);
        return this;
    }
}
