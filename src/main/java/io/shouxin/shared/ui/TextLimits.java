package io.shouxin.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much, and what, may stand in a field for sentences. The field says it itself while it is filled, and keeps what was pasted: a limit
 * in the browser would cut it without a word.
 */
public final class TextLimits {

    private TextLimits() {}

    private record Most(int characters) {}

    /** @param most how many characters may be sent */
    public static void watch(TextArea area, int most) {
        ComponentUtil.setData(area, Most.class, new Most(most));
        area.setManualValidation(true);
        tellEarly(area);
        area.addValueChangeListener(change -> mark(area));
    }

    /** Tells the server what is typed while it is typed, and the last words at once when the field is left for a button or a link. */
    public static void tellEarly(TextArea area) {
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.getElement().addPropertyChangeListener("value", "change", left -> {});
    }

    /** What is wrong with the text, the words of it at the pointer; the field is marked with it. */
    public static Optional<InvalidInput> problem(TextArea area, String pointer) {
        Optional<InvalidInput> problem = problem(area.getValue(), ComponentUtil.getData(area, Most.class), pointer);
        problem.ifPresent(wrong -> {
            area.setErrorMessage(UiTexts.text(wrong.textKey(), wrong.arguments()));
            area.setInvalid(true);
        });
        return problem;
    }

    private static void mark(TextArea area) {
        if (problem(area, "").isEmpty()) {
            area.setInvalid(false);
        }
    }

    private static Optional<InvalidInput> problem(String text, Most most, String pointer) {
        int over = PlainText.length(text) - most.characters();
        if (over > 0) {
            return Optional.of(new InvalidInput(pointer, "ui.text.tooLong", most.characters(), over));
        }
        OptionalInt unkeepable = PlainText.unkeepable(text);
        return unkeepable.isPresent()
                ? Optional.of(new InvalidInput(pointer, "ui.text.unkeepable", unkeepable.getAsInt()))
                : Optional.empty();
    }
}
