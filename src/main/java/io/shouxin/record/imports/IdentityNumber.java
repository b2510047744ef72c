package io.shouxin.record.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The citizen identification number: 17 digits and a check character by ISO 7064 MOD 11-2 (GB 11643-1999), or the 15 digits of before
 * 1999. A wrong check digit is a typing mistake in a number that the client still has, so that it is kept with a warning.
 */
public final class IdentityNumber {

    private static final Pattern EIGHTEEN = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern FIFTEEN = Pattern.compile("\\d{15}");
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("[A-Z]{1,3}\\d{6,10}|\\d{8}");
    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?E\\+?1[4-9]|\\d{15}000");
    private static final String CHECK = "10X98765432";

    private IdentityNumber() {}

    /**
     * The number in its normal form (capital X, 15 digits made 18).
     *
     * @return without a value where it is no such number; another document's number as it is, with its warning
     */
    public static Normalised<String> normalise(String text) {
        String plain = plain(text);
        if (plain.isEmpty() || plain.equals("无")) {
            return Normalised.nothing();
        }
        if (ROUNDED.matcher(plain).matches() && !checkDigitFits(plain)) {
            return Normalised.of(plain, ProblemCode.NUMBER_ROUNDED);
        }
        if (EIGHTEEN.matcher(plain).matches()) {
            return eighteen(plain);
        }
        if (FIFTEEN.matcher(plain).matches()) {
            String first = withCentury(plain);
            return eighteen(first + checkDigit(first));
        }
        if (plain.contains("*")) {
            return Normalised.rejected(ProblemCode.ID_MASKED);
        }
        return OTHER_DOCUMENT.matcher(plain).matches()
                ? Normalised.of(plain, ProblemCode.ID_OTHER_DOCUMENT)
                : Normalised.rejected(ProblemCode.ID_UNREADABLE);
    }

    /** Whether a text may be such a number: its check digit is right, or a day of birth stands in its place, in the old form too. */
    public static boolean mayBeOne(String text) {
        String plain = plain(text);
        return EIGHTEEN.matcher(plain).matches()
                ? checkDigitFits(plain) || birthDateExists(plain)
                : FIFTEEN.matcher(plain).matches() && birthDateExists(withCentury(plain));
    }

    /** The day of birth that a number names, whose check digit is right. */
    public static Optional<LocalDate> bornOn(String text) {
        Normalised<String> number = normalise(text);
        return number.problems().isEmpty()
                ? number.values().stream()
                        .findFirst()
                        .map(value -> LocalDate.parse(value.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE))
                : Optional.empty();
    }

    private static String plain(String text) {
        return Chars.withoutSpaces(Chars.halfWidth(text))
                .replaceAll("^['‘’`]+|-", "")
                .toUpperCase(Locale.ROOT)
                .replace('Ｘ', 'X')
                .replace('×', 'X');
    }

    private static String withCentury(String fifteen) {
        return fifteen.substring(0, 6) + "19" + fifteen.substring(6);
    }

    private static Normalised<String> eighteen(String number) {
        if (!checkDigitFits(number)) {
            return Normalised.of(number, ProblemCode.ID_CHECK_DIGIT);
        }
        return birthDateExists(number) ? Normalised.of(number) : Normalised.of(number, ProblemCode.ID_BIRTH_DATE);
    }

    static boolean looksLikeOne(String text) {
        String plain =
                Chars.withoutSpaces(Chars.halfWidth(text)).replace("'", "").toUpperCase(Locale.ROOT);
        return EIGHTEEN.matcher(plain).matches() && birthDateExists(plain);
    }

    private static boolean checkDigitFits(String number) {
        return EIGHTEEN.matcher(number).matches() && checkDigit(number) == number.charAt(17);
    }

    private static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(number.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return CHECK.charAt(sum % 11);
    }

    private static boolean birthDateExists(String number) {
        try {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return born.getYear() >= 1850;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
