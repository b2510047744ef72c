package io.shouxin.deadline.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.deadline.WorkDates;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.UiTexts;

/** How much earlier than the law's date the firm means to be done. */
final class WorkLeadPanel extends Div {

    private static final int DIGITS = 2;

    private final WorkDates workDates;
    private final TextField days = new TextField();
    private final Div result = new Div();

    WorkLeadPanel(WorkDates workDates) {
        this.workDates = workDates;
        Texts texts = UiTexts.current();
        days.setLabel(texts.get("clock.lead.days"));
        days.setAllowedCharPattern("[0-9]");
        days.setMaxLength(DIGITS);
        days.setValue(String.valueOf(workDates.lead()));
        result.getElement().setAttribute("aria-live", "polite");
        Div change = new Div(days, Buttons.quiet(texts.get("clock.lead.save"), this::save));
        change.addClassName("stacked-fields");
        add(new Panel(texts.get("clock.lead.title"), new Paragraph(texts.get("clock.lead.lead")), change, result));
    }

    private void save() {
        result.removeAll();
        days.setInvalid(false);
        try {
            workDates.change(days.isEmpty() ? -1 : Integer.parseInt(days.getValue()));
            result.add(Notice.done(UiTexts.text("clock.lead.saved"), UiTexts.text("clock.lead.savedWhat")));
        } catch (InvalidInput | NumberFormatException refused) {
            days.setErrorMessage(UiTexts.text("clock.lead.range", WorkDates.MOST_DAYS));
            days.setInvalid(true);
        }
    }
}
