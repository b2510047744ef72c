package io.shouxin.request;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a case, as receipts print it (SC-2026-000482): how it is made, how it looks, and how it is read as people type it. */
public final class CaseReference {

    /** As it is printed; for addresses. */
    public static final String PATTERN = "SC-20[0-9]{2}-[0-9]{6,9}";

    private static final Pattern PRINTED = Pattern.compile(PATTERN);

    /** No verification code has this form: years hold a 0. */
    private static final Pattern TYPED = Pattern.compile("SC(20[0-9]{2})([0-9]{6,9})");

    private static final Pattern BETWEEN = Pattern.compile("[^0-9A-Z]");

    private CaseReference() {}

    /** @param sequence which case of the year it is */
    public static String of(int year, int sequence) {
        return String.format(Locale.ROOT, "SC-%d-%06d", year, sequence);
    }

    /** Whether it is written as on paper; what is typed into an address bar may be anything. */
    public static boolean isPrinted(String text) {
        return PRINTED.matcher(text).matches();
    }

    /** As it is printed, whatever was typed between its parts; nothing if it is no number of a case. */
    public static Optional<String> read(String typed) {
        Matcher number = TYPED.matcher(digitsAndLetters(typed));
        return number.matches() ? Optional.of("SC-" + number.group(1) + "-" + number.group(2)) : Optional.empty();
    }

    /** Of a number or code nothing but its digits and capital letters, full-width ones as half-width ones. */
    public static String digitsAndLetters(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return BETWEEN.matcher(plain).replaceAll("");
    }
}
