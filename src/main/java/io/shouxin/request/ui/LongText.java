package io.shouxin.request.ui;

import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.TextLimits;
import io.shouxin.shared.ui.UiTexts;
import java.util.OptionalInt;

/** A field for a person's own words, which may be pasted by the megabyte: what is too much is cut, and said. */
final class LongText {

    static final int LONGEST = 10_000;
    private static final int LONGEST_SHOWN = 120;
    private static final String LOWEST = "9em";
    /** Beyond it the text scrolls in its box, so that the button below stays in reach. */
    private static final String HIGHEST = "16em";

    private LongText() {}

    static TextArea area(String label) {
        TextArea area = new TextArea(label);
        area.setWidthFull();
        area.setMinHeight(LOWEST);
        area.setMaxHeight(HIGHEST);
        area.setManualValidation(true);
        TextLimits.tellEarly(area);
        area.addValueChangeListener(change -> {
            area.setHelperText(help(change.getValue()));
            isKeepable(area);
        });
        area.setHelperText(help(""));
        return area;
    }

    /** Whether the text can be kept as it stands; if not, the field says where it cannot. */
    static boolean isKeepable(TextArea area) {
        OptionalInt unkeepable = PlainText.unkeepable(area.getValue());
        unkeepable.ifPresent(place -> area.setErrorMessage(UiTexts.text("ui.text.unkeepable", place)));
        area.setInvalid(unkeepable.isPresent());
        return unkeepable.isEmpty();
    }

    private static String help(String text) {
        int left = LONGEST - text.codePointCount(0, text.length());
        return left >= 0
                ? UiTexts.text("client.note.help", LONGEST, left)
                : UiTexts.text("client.note.helpOver", LONGEST, -left);
    }

    /** As much of it as somebody needs to know it again. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    /** The beginning that there is room for; never half a character. */
    static String cut(String text) {
        return isTooLong(text) ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
    }
}
