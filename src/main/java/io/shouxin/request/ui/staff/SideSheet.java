package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.UiTexts;
import java.util.stream.Stream;

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

    private final Div known = new Div();
    private final Div content = new Div();
    private final Div problems = new Div();
    private final CaseDraft draft;
    private final Runnable toggled;
    private final Runnable cancelled;

    /**
     * @param draft keeps what is entered here until it is sent
     * @param toggled called after each opening and closing
     * @param cancelled called when it was closed without being sent
     */
    SideSheet(CaseDraft draft, Runnable toggled, Runnable cancelled) {
        this.draft = draft;
        this.toggled = toggled;
        this.cancelled = cancelled;
        addClassName("side-sheet");
        setVisible(false);
        known.addClassName("sheet-known");
        known.setVisible(false);
        content.addClassName("sheet-content");
        getElement().addEventListener("keydown", event -> cancel()).setFilter("event.key === 'Escape'");
    }

    /** Repeats on every sheet what it covers of the page and its fields are about. */
    void show(String title, Component what) {
        known.add(new H3(title), what);
        known.setVisible(true);
    }

    boolean isOpen() {
        return isVisible();
    }

    /**
     * @param name what its fields are kept under, whatever language the sheet is read in
     * @param statement the words on the button that sends the sheet
     */
    void open(String name, String title, String statement, Runnable send, Component... fields) {
        removeAll();
        content.removeAll();
        problems.removeAll();
        keep(name, fields);
        content.add(fields);
        H2 heading = new H2(title);
        getElement().setAttribute("aria-label", title);
        Div foot = new Div(
                Buttons.primary(statement, () -> attempt(name, send)),
                Buttons.quiet(UiTexts.text("ui.cancel"), this::cancel));
        foot.addClassName("sheet-foot");
        add(heading, problems, known, content, foot);
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

    /** Goes on with what was left in the fields when the sheet was closed the last time, and offers to begin anew. */
    private void keep(String name, Component... fields) {
        boolean left = false;
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] instanceof HasValue<?, ?> field) {
                left |= draft.keep(prefix(name) + i, field);
            }
        }
        if (left) {
            Paragraph words = new Paragraph(UiTexts.text("staff.sheet.continued") + " ");
            words.addClassName("continued");
            words.add(Buttons.link(UiTexts.text("staff.sheet.anew"), () -> {
                Stream.of(fields).filter(HasValue.class::isInstance).forEach(field -> ((HasValue<?, ?>) field).clear());
                words.setVisible(false);
            }));
            content.add(words);
        }
    }

    private static String prefix(String name) {
        return "sheet." + name + ".";
    }

    private void attempt(String name, Runnable send) {
        problems.removeAll();
        try {
            send.run();
            if (!isOpen()) {
                draft.drop(prefix(name));
            }
        } catch (InvalidInput e) {
            problems.add(ErrorBox.of(e));
        }
    }
}
