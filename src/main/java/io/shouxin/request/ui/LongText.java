package io.shouxin.request.ui;

import com.vaadin.flow.component.textfield.TextArea;

/** A field for a person's own words, which may be pasted by the megabyte: what is too much is cut, and said. */
final class LongText {

    static final int LONGEST = 10_000;
    private static final int LONGEST_SHOWN = 120;
    private static final String LOWEST = "9em";

    private LongText() {}

    static TextArea area(String label) {
        TextArea area = new TextArea(label);
        area.setWidthFull();
        area.setMinHeight(LOWEST);
        return area;
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
