package io.shouxin.shared;

import java.util.OptionalInt;

/**
 * What a text must be to be stored, printed and sent: no control characters but tab and line breaks, which no paper or screen shows
 * (PostgreSQL refuses NUL besides), and no half of a character, as it is left when text is cut in the wrong place (RFC 3629).
 */
public final class PlainText {

    private PlainText() {}

    /** The first character that cannot be kept, counted from 1 as people count; emoji are one each. */
    public static OptionalInt unkeepable(String text) {
        int place = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            place++;
            if (!isKeepable(character)) {
                return OptionalInt.of(place);
            }
            i += Character.charCount(character);
        }
        return OptionalInt.empty();
    }

    /** The text without what cannot be kept, where nobody can be asked to mend it. */
    public static String keepable(String text) {
        return unkeepable(text).isEmpty()
                ? text
                : text.codePoints()
                        .filter(PlainText::isKeepable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isKeepable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return layout || (!Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE);
    }

    /** As people count: an emoji is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
