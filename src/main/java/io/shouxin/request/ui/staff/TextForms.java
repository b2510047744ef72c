package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.UiTexts;

/** Fields for a few sentences. */
final class TextForms {

    /** What a case text may hold. */
    static final int LONGEST = 10_000;

    private TextForms() {}

    static TextArea area(String labelKey, String helpKey) {
        TextArea area = new TextArea(UiTexts.text(labelKey));
        area.setHelperText(UiTexts.text(helpKey));
        area.setMaxLength(LONGEST);
        area.setMinHeight("7em");
        area.setWidthFull();
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.addValueChangeListener(change -> area.setInvalid(false));
        return area;
    }

    static void require(TextArea area) {
        if (area.getValue().isBlank()) {
            area.setErrorMessage(UiTexts.text("ui.required"));
            area.setInvalid(true);
            area.focus();
            throw new InvalidInput("/text", "request.error.fieldMissing.text");
        }
    }
}
