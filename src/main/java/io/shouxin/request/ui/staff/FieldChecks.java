package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.TextLimits;
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

    /** A field for sentences: nothing is lost where too much stands in it, but it is not sent. */
    FieldChecks fits(TextArea field, String pointer) {
        TextLimits.problem(field, pointer).ifPresent(wrong -> {
            problems.add(UiTexts.text(wrong.textKey(), wrong.arguments()));
            first = first == null ? wrong : first;
        });
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
