package io.shouxin.record.imports;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers as people type them. A mainland mobile number becomes its eleven digits (what people know and masks expect),
 * every other number E.164. Sign-in must use the same form, or a client would not be found.
 */
public final class PhoneNormaliser {

    private static final String REGION = "CN";
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final Pattern SEPARATORS = Pattern.compile("[/、,;|\\n\\r或和&]+");
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern TWO_MOBILES = Pattern.compile("(1[3-9]\\d{9})(1[3-9]\\d{9})");
    private static final Pattern MASKED = Pattern.compile("\\d[\\dxX* -]*(\\*+|[xX]{2,})[\\dxX* -]*");
    private static final Pattern PLAIN = Pattern.compile("[+\\d() \\-.·]+");
    private static final Pattern NONE = Pattern.compile("(无|没有|暂无|不详|未知|-+|none|n/a)?");

    /** What address books put around a number to turn it left to right; nobody sees it, and it is pasted along. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    /** Hyphens and dashes of every length, which phones set in place of the plain one. */
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]+");

    private PhoneNormaliser() {}

    /** As it was meant to be typed: nothing invisible in it, and plain hyphens for dashes of every kind. */
    public static String plain(String typed) {
        return DASHES.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll("-");
    }

    /** All numbers of a cell in their normal form, in the order in which they stand. */
    public static Normalised<String> normalise(String text) {
        String plain = Chars.trim(Chars.halfWidth(plain(text))).replaceAll("^['‘’`]+", "");
        if (NONE.matcher(plain.toLowerCase(java.util.Locale.ROOT)).matches()) {
            return Normalised.nothing();
        }
        Set<String> numbers = new LinkedHashSet<>();
        Set<ProblemCode> problems = new LinkedHashSet<>();
        for (String part : SEPARATORS.split(plain)) {
            if (!Chars.isBlank(part)) {
                read(Chars.trim(part), numbers, problems);
            }
        }
        return new Normalised<>(List.copyOf(numbers), List.copyOf(problems));
    }

    private static void read(String part, Set<String> numbers, Set<ProblemCode> problems) {
        if (MASKED.matcher(part).find()) {
            problems.add(ProblemCode.PHONE_MASKED);
            return;
        }
        if (PLAIN.matcher(part).matches()) {
            var two = TWO_MOBILES.matcher(Chars.withoutSpaces(part));
            if (two.matches()) {
                numbers.add(two.group(1));
                numbers.add(two.group(2));
                return;
            }
            String number = parse(part);
            if (number == null) {
                problems.add(ProblemCode.PHONE_UNREADABLE);
            } else {
                numbers.add(number);
            }
            return;
        }
        int before = numbers.size();
        for (PhoneNumberMatch match :
                LIBRARY.findNumbers(part.replace("转", " ext. "), REGION, Leniency.VALID, Long.MAX_VALUE)) {
            numbers.add(format(match.number()));
        }
        problems.add(numbers.size() > before ? ProblemCode.PHONE_WITH_TEXT : ProblemCode.PHONE_UNREADABLE);
    }

    private static @Nullable String parse(String part) {
        String digits = part.replaceAll("[^+\\d]", "");
        if (MAINLAND_MOBILE.matcher(digits).matches()) {
            return digits;
        }
        try {
            PhoneNumber number = LIBRARY.parse(part, REGION);
            return LIBRARY.isValidNumber(number) ? format(number) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static String format(PhoneNumber number) {
        boolean mainland = number.getCountryCode() == 86;
        if (mainland
                && MAINLAND_MOBILE
                        .matcher(Long.toString(number.getNationalNumber()))
                        .matches()) {
            return Long.toString(number.getNationalNumber());
        }
        String formatted = LIBRARY.format(number, PhoneNumberFormat.E164);
        boolean fixed = LIBRARY.getNumberType(number) == PhoneNumberType.FIXED_LINE;
        return fixed && number.hasExtension() ? formatted + ";ext=" + number.getExtension() : formatted;
    }
}
