package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.UiTexts;

/** A sheet beside the case for what takes a few fields; the case stays in sight. Escape closes it. */
final class SideSheet extends Aside {

    /** Groups of choices pass the focus on to none of their choices by themselves. */
    private static final String START_AT_TOP = """
            const field = $0;
            setTimeout(() => {
              const first = field.querySelector('vaadin-radio-button,vaadin-checkbox') || field;
              first.focus({preventScroll: true});
              this.scrollTop = 0;
            });
            """;

    private final Div content = new Div();
    private final Div problems = new Div();
    private final Runnable toggled;
    private final Runnable cancelled;

    /**
     * @param toggled called after each opening and closing
     * @param cancelled called when it was closed without being sent
     */
    SideSheet(Runnable toggled, Runnable cancelled) {
        this.toggled = toggled;
        this.cancelled = cancelled;
        addClassName("side-sheet");
        setVisible(false);
        content.addClassName("sheet-content");
        getElement().addEventListener("keydown", event -> cancel()).setFilter("event.key === 'Escape'");
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
                Buttons.primary(statement, () -> attempt(send)),
                Buttons.quiet(UiTexts.text("ui.cancel"), this::cancel));
        foot.addClassName("sheet-foot");
        add(heading, problems, content, foot);
        setVisible(true);
        toggled.run();
        for (Component field : fields) {
            if (field instanceof HasValue) {
                getElement().executeJs(START_AT_TOP, field.getElement());
                break;
            }
        }
    }

    private void cancel() {
        close();
        cancelled.run();
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
