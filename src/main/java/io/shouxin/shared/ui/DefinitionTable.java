package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names and values side by side: a record's fields, a case's particulars. */
public final class DefinitionTable extends DescriptionList {

    public DefinitionTable() {
        addClassName("definition-table");
    }

    public DefinitionTable row(String name, String value) {
        return row(name, new Span(value));
    }

    public DefinitionTable row(String name, Component value) {
        return row(new Span(name), value);
    }

    public DefinitionTable row(Component name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }

    /** A number, hash or reference in monospace. */
    public DefinitionTable code(String name, String value) {
        return row(name, new Code(value));
    }
}
