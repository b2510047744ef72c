package io.shouxin.shared.ui;

import com.vaadin.flow.component.HasValidation;
import io.shouxin.shared.InvalidInput;
import java.util.Map;

/** Says what is wrong at the field that it is about; fields are known by the pointers of {@link InvalidInput}. */
public final class FieldErrors {

    private FieldErrors() {}

    public static void clear(Map<String, ? extends HasValidation> fields) {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** False where the refusal is about none of the fields, and must be said elsewhere. */
    public static boolean mark(InvalidInput refused, Map<String, ? extends HasValidation> fields) {
        HasValidation field = fields.get(refused.pointer());
        if (field == null) {
            return false;
        }
        field.setErrorMessage(UiTexts.text(refused.textKey(), refused.arguments()));
        field.setInvalid(true);
        return true;
    }
}
