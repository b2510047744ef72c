package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** "Check your answers": each row shows what was answered and leads back to its question. */
public final class SummaryList extends DescriptionList {

    public SummaryList() {
        addClassName("summary-list");
    }

    public SummaryList row(String label, String value) {
        return row(label, new Span(value));
    }

    public SummaryList row(String label, Component value) {
        group(label, value);
        return this;
    }

    /** A row with 修改; the page that it opens must return here. */
    public SummaryList row(String label, String value, Runnable change) {
        Button edit = Buttons.link(UiTexts.text("ui.change"), change);
        edit.setAriaLabel(UiTexts.text("ui.change-what", label));
        Description action = new Description(edit);
        action.addClassName("change");
        group(label, new Span(value)).add(action);
        return this;
    }

    private Div group(String label, Component value) {
        Div row = new Div(new Term(label), new Description(value));
        row.addClassName("row");
        getElement().appendChild(row.getElement());
        return row;
    }
}
