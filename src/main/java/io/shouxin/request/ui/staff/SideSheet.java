package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.UiTexts;

/** A sheet beside the case for what takes a few fields; the case stays in sight. Escape closes it. */
final class SideSheet extends Aside {

    private final Div content = new Div();
    private final Div problems = new Div();
    private final Runnable toggled;

    /** @param toggled called after each opening and closing */
    SideSheet(Runnable toggled) {
        this.toggled = toggled;
        addClassName("side-sheet");
        setVisible(false);
        content.addClassName("sheet-content");
        getElement().addEventListener("keydown", event -> close()).setFilter("event.key === 'Escape'");
    }

    boolean isOpen() {
        return isVisible();
    }

    /** @param statement the words on the button that sends the sheet */
    void open(String title, String statement, Runnable send, Component... fields) {
        removeAll();
        content.removeAll();
        problems.removeAll();
        content.add(fields);
        H2 heading = new H2(title);
        getElement().setAttribute("aria-label", title);
        Div foot = new Div(
                Buttons.primary(statement, () -> attempt(send)), Buttons.quiet(UiTexts.text("ui.cancel"), this::close));
        foot.addClassName("sheet-foot");
        add(heading, problems, content, foot);
        setVisible(true);
        toggled.run();
        for (Component field : fields) {
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
                break;
            }
        }
    }

    void close() {
        setVisible(false);
        removeAll();
        toggled.run();
    }

    private void attempt(Runnable send) {
        problems.removeAll();
        try {
            send.run();
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        }
    }
}
