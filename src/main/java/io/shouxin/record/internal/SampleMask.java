package io.shouxin.record.internal;

/** Shows what a value looks like without showing it: enough to tell a phone from a date. */
final class SampleMask {

    private static final int LONGEST = 20;
    private static final int SHOWN = 4;

    private SampleMask() {}

    /** 2024-01-31 becomes 20**-**-**, a name its first character and stars. */
    static String of(String value) {
        StringBuilder masked = new StringBuilder();
        String text = value.strip();
        int[] points = text.codePoints().limit(LONGEST).toArray();
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        long shown = letters < 2 ? 0 : Math.min(SHOWN, Math.max(1, letters / 4));
        for (int point : points) {
            boolean letter = Character.isLetterOrDigit(point);
            if (letter && shown-- <= 0) {
                masked.append('*');
            } else {
                masked.appendCodePoint(point);
            }
        }
        return masked.append(text.codePointCount(0, text.length()) > LONGEST ? "…" : "")
                .toString();
    }
}
