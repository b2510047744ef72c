package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One record or group of records as a client reads it: what, what happens to it, why. */
public final class RecordCard extends Article {

    private final Paragraph text;

    public RecordCard(String title, Chip state, String why) {
        addClassName("record-card");
        Div head = new Div(new H2(title), state);
        head.addClassName("head");
        text = new Paragraph(why);
        add(head, text);
    }

    /** The law in a second, smaller line. */
    public RecordCard law(String source) {
        Span small = new Span(source);
        small.addClassName("law");
        text.add(small);
        return this;
    }

    public RecordCard with(Component... more) {
        Div rest = new Div(more);
        rest.addClassName("rest");
        add(rest);
        return this;
    }
}
