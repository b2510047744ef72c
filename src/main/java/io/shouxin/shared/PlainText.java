package io.shouxin.shared;

import java.text.Bidi;
import java.util.OptionalInt;

/**
 * What a text must be to be stored, printed and sent: no control characters but tab and line breaks, which no paper or screen shows
 * (PostgreSQL refuses NUL besides), none of the invisible marks that turn the direction of what stands behind them, a sentence of
 * the firm's included (UAX #9), and no half of a character, as it is left when text is cut in the wrong place (RFC 3629).
 */
public final class PlainText {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

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

    /** As it may stand within a sentence: words that run from right to left are set apart, so that they turn nothing beside them. */
    public static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }

    private static boolean isKeepable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return layout
                || (!Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE
                        && !turnsDirection(character));
    }

    /** The embeddings, overrides, isolates and marks of UAX #9; letters that run from right to left are none of them. */
    private static boolean turnsDirection(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200E
                || character == 0x200F
                || character == 0x061C;
    }

    /** As people count: an emoji is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
