package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValidation;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.UiTexts;
import org.jspecify.annotations.Nullable;

/** Looks at every field of a form and marks each wrong one with its own words, instead of stopping at the first. */
final class FieldChecks {

    private @Nullable InvalidInput first;

    /** @param textKey what is told at the field if it is not right */
    FieldChecks require(boolean right, HasValidation field, String pointer, String textKey) {
        field.setInvalid(!right);
        if (!right) {
            field.setErrorMessage(UiTexts.text(textKey));
            first = first == null ? new InvalidInput(pointer, textKey) : first;
        }
        return this;
    }

    /**
     * @throws InvalidInput for the first wrong field, when all are marked
     */
    void done() {
        if (first != null) {
            throw first;
        }
    }
}
