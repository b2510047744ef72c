package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;

/**
 * The detail of a staff page in the order of its questions: title and particulars, wide parts, main parts with what
 * belongs beside them, decision bar at the foot.
 */
public final class StaffPage extends Section {

    private final H1 heading;
    private final Div particulars = part("particulars");
    private final Div wide = part("wide");
    private final Div main = part("main-column");
    private final Div side = part("side-column");
    private final Div body = part("page-body");

    public StaffPage(String title) {
        addClassName("staff-page");
        heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        Header header = new Header(heading, particulars);
        particulars.setVisible(false);
        Div columns = part("columns");
        columns.add(main, side);
        side.setVisible(false);
        wide.setVisible(false);
        body.add(wide, columns);
        KeyScrolling.of(body);
        add(header, body);
    }

    /** The line under the title: reference, masked person, chips. */
    public StaffPage particulars(Component... parts) {
        particulars.add(parts);
        particulars.setVisible(true);
        return this;
    }

    /** Parts over the full width, above the columns. */
    public StaffPage wide(Component... parts) {
        wide.add(parts);
        wide.setVisible(true);
        return this;
    }

    public StaffPage main(Component... parts) {
        main.add(parts);
        return this;
    }

    public StaffPage beside(Component... parts) {
        side.add(parts);
        side.setVisible(true);
        return this;
    }

    public StaffPage foot(DecisionBar bar) {
        add(bar);
        return this;
    }

    /** Moves the keyboard to the title, after the next task has replaced this one. */
    public void focusTitle() {
        heading.getElement().callJsFunction("focus");
    }

    private static Div part(String className) {
        Div div = new Div();
        div.addClassName(className);
        return div;
    }
}
