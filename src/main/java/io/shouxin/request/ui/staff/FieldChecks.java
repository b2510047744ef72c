package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValidation;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.UiTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at every field of a form and marks each wrong one with its own words, instead of stopping at the first. */
final class FieldChecks {

    private final Set<String> problems = new LinkedHashSet<>();
    private @Nullable InvalidInput first;

    /** @param textKey what is told at the field if it is not right */
    FieldChecks require(boolean right, HasValidation field, String pointer, String textKey, Object... arguments) {
        field.setInvalid(!right);
        if (!right) {
            String problem = UiTexts.text(textKey, arguments);
            field.setErrorMessage(problem);
            problems.add(problem);
            first = first == null ? new InvalidInput(pointer, textKey, arguments) : first;
        }
        return this;
    }

    /** What is wrong, each sentence once; empty if nothing is. */
    List<String> problems() {
        return List.copyOf(problems);
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
