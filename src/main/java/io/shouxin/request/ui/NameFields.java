package io.shouxin.request.ui;

import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.UiTexts;

/** Fields for a name or a few words, which say at themselves what is wrong. */
final class NameFields {

    private static final int LONGEST = 100;

    private NameFields() {}

    static TextField name(String label) {
        TextField field = new TextField(label);
        field.setWidthFull();
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }

    /** Whether something is in it that can be kept. */
    static boolean check(TextField field, String missing) {
        return field.getValue().isBlank() ? refuse(field, missing) : check(field);
    }

    /** Whether what is in it, if anything, can be kept. */
    static boolean check(TextField field) {
        int over = PlainText.length(field.getValue()) - LONGEST;
        if (over > 0) {
            return refuse(field, UiTexts.text("ui.text.tooLong", LONGEST, over));
        }
        int wrong = PlainText.unkeepable(field.getValue()).orElse(0);
        return wrong == 0 || refuse(field, UiTexts.text("ui.text.unkeepable", wrong));
    }

    static boolean refuse(TextField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        return false;
    }
}
