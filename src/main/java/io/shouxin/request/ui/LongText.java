package io.shouxin.request.ui;

import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.shared.PlainText;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.TextLimits;
import io.shouxin.shared.ui.UiTexts;

/**
 * A field for what a client writes to the firm, which may be pasted by the megabyte. What cannot be kept is left out and said; what is
 * too much stays in the field until it is shortened, and is said there.
 */
final class LongText {

    private static final int LONGEST = 10_000;
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
        TextLimits.watch(area, LONGEST, "client.note.tooLong");
        area.addValueChangeListener(change -> area.setHelperText(help(change.getValue())));
        area.setHelperText(help(""));
        return area;
    }

    /** Whether it can be sent as it stands; if not, the field says why not and has the cursor. */
    static boolean canBeSent(TextArea area) {
        boolean wrong = TextLimits.problem(area, "").isPresent();
        if (wrong) {
            area.focus();
        }
        return !wrong;
    }

    static Notice somethingLeftOut() {
        return Notice.warning(UiTexts.text("client.note.leftOut"), UiTexts.text("client.note.leftOutText"));
    }

    private static String help(String text) {
        int left = LONGEST - PlainText.length(text);
        return left >= 0
                ? UiTexts.text("client.note.help", LONGEST, left)
                : UiTexts.text("client.note.helpOver", LONGEST, -left);
    }

    /** As much of it as somebody needs to know it again. */
    static String shortened(String text) {
        return PlainText.length(text) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    /** The beginning that there is room for; never half a character. */
    static String cut(String text) {
        return PlainText.length(text) > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
    }
}
