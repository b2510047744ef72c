package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A short table that is read, not worked in; long or live lists use Vaadin's Grid. */
public final class PlainTable extends NativeTable {

    private final String[] columns;

    public PlainTable(String... columns) {
        this.columns = columns.clone();
        addClassName("plain-table");
        NativeTableRow row = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.setText(column);
            cell.getElement().setAttribute("scope", "col");
        }
    }

    public PlainTable row(Component... cells) {
        NativeTableRow row = getBody().addRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.getElement().setAttribute("data-column", columns[i]);
            cell.add(cells[i]);
        }
        return this;
    }

    /** For a table too wide for a phone: there each row is a card, in which each value has its column's name before it. */
    public PlainTable cardsWhenNarrow() {
        addClassName("cards-when-narrow");
        return this;
    }

    /** A cell of two lines, the second one small. */
    public static Component cell(String text, String small) {
        Span second = new Span(small);
        second.addClassName("small");
        return new Div(new Span(text), second);
    }

    public static Component cell(String text) {
        return new Span(text);
    }
}
