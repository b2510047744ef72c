package io.shouxin.request.ui;

import com.vaadin.flow.component.textfield.TextArea;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;

/** What a client writes to the firm: what cannot be kept is told at its field, and what can stays there, however much it is. */
final class OwnWords {

    private OwnWords() {}

    /**
     * Without what no file, paper or screen can hold: control characters other than tab and line break (PostgreSQL knows no NUL), and
     * halves of characters, which get into a text when it is cut in the wrong place (RFC 3629).
     */
    static String keepable(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.codePoints().filter(OwnWords::isKeepable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isKeepable(int point) {
        boolean layout = point == '\n' || point == '\r' || point == '\t';
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return layout || (!Character.isISOControl(point) && !half);
    }

    static Notice somethingLeftOut() {
        return Notice.warning(UiTexts.text("client.note.leftOut"), UiTexts.text("client.note.leftOutText"));
    }

    /** Says at the field how much is too much; the words themselves stay. */
    static boolean isTooLong(TextArea field) {
        String text = field.getValue();
        boolean tooLong = LongText.isTooLong(text);
        if (tooLong) {
            field.setErrorMessage(UiTexts.text(
                    "client.note.tooLong", LongText.LONGEST, text.codePointCount(0, text.length()) - LongText.LONGEST));
        }
        field.setInvalid(tooLong);
        return tooLong;
    }
}
