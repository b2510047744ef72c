package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much, and what, may stand in a field for sentences. The field says it itself while it is filled, and keeps what was pasted: a limit
 * in the browser would cut it without a word.
 */
public final class TextLimits {

    private static final String WORDS = "element.value";

    private TextLimits() {}

    private record Most(int characters, String tooLongKey) {}

    /** @param most how many characters may be sent */
    public static void watch(TextArea area, int most) {
        watch(area, most, "ui.text.tooLong");
    }

    /** @param tooLongKey what else to do with too many words, of the most and of how many are over */
    public static void watch(TextArea area, int most, String tooLongKey) {
        ComponentUtil.setData(area, Most.class, new Most(most, tooLongKey));
        area.setManualValidation(true);
        tellEarly(area);
        area.addValueChangeListener(change -> mark(area));
    }

    /**
     * Tells the server what is typed while it is typed, and the last words when the field is left, before the button or link that it is
     * left for. The browser holds back what it would tell after a pause, and does not hurry for a click; so leaving brings the words along.
     */
    public static <F extends Component & HasValueChangeMode> void tellEarly(F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.getElement()
                .addEventListener(
                        "change",
                        left -> take(field.getElement(), left.getEventData().getString(WORDS)))
                .addEventData(WORDS);
    }

    /** As if the browser had told it in the usual way, so that it is not sent back and over what is typed meanwhile. */
    private static void take(Element field, String words) {
        try {
            field.getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", words)
                    .run();
        } catch (PropertyChangeDeniedException e) {
            throw new IllegalStateException("A field that cannot be written has been left", e);
        }
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
            return Optional.of(new InvalidInput(pointer, most.tooLongKey(), most.characters(), over));
        }
        OptionalInt unkeepable = PlainText.unkeepable(text);
        return unkeepable.isPresent()
                ? Optional.of(new InvalidInput(pointer, "ui.text.unkeepable", unkeepable.getAsInt()))
                : Optional.empty();
    }
}
