package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.request.RefusalReason;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Map;

/** A refusal: a coded reason, and words where the code says too little (PIPL 50 wants reasons). */
final class RefuseForm {

    private final RadioButtonGroup<RefusalReason> reason;
    private final TextArea text = TextForms.area("staff.refuse.text", "staff.refuse.help");

    RefuseForm(List<RefusalReason> reasons) {
        reason = ReasonChoice.of(UiTexts.text("staff.refuse.reason"), reasons);
        reason.addValueChangeListener(change -> {
            reason.setInvalid(false);
            RefusalReason chosen = change.getValue();
            text.setRequiredIndicatorVisible(chosen != null && chosen.needsText());
        });
    }

    Component[] parts() {
        return parts("staff.refuse.lead");
    }

    /** @param lead the key of what is said first */
    Component[] parts(String lead) {
        return new Component[] {new Paragraph(UiTexts.text(lead)), reason, text};
    }

    /**
     * @throws InvalidInput with the field marked, if the reason or its words are missing, or the words cannot be kept
     */
    Map<String, Object> read() {
        RefusalReason chosen = reason.getValue();
        if (chosen == null) {
            reason.setErrorMessage(UiTexts.text("request.error.fieldMissing.code"));
            reason.setInvalid(true);
            throw new InvalidInput("/code", "request.error.fieldMissing.code");
        }
        if (chosen.needsText()) {
            TextForms.require(text);
        }
        TextForms.requireFit(text);
        return Map.of("code", chosen.code(), "text", text.getValue());
    }
}
