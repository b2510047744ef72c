package io.shouxin.record;

import io.shouxin.record.imports.PhoneNormaliser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The normal form of what people are found by: the one in which imports put it into the blind indexes. */
public final class ContactForms {

    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

    /** A mainland mobile number, and E.164 with an extension for anything else. */
    private static final Pattern NORMAL_PHONE = Pattern.compile("1[3-9]\\d{9}|\\+\\d{6,15}(;ext=\\d+)?");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s+()-]");

    /** Too short for any number, or begun like a mobile one; identity numbers have 15 or 18 digits. */
    private static final Pattern PIECE = Pattern.compile("\\d{1,6}|1[3-9]\\d{5,12}|1[3-9]\\d{14,15}");

    private ContactForms() {}

    static boolean isNormalPhone(String number) {
        return NORMAL_PHONE.matcher(number).matches();
    }

    /** Empty if this is not exactly one telephone number; a number in its normal form stays as it is. */
    public static Optional<String> phone(String typed) {
        if (isNormalPhone(typed)) {
            return Optional.of(typed);
        }
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> numbers = PhoneNormaliser.normalise(typed).values();
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    /** Whether this is a piece of a number or a mistyped one: nobody can be found by it, and nobody be answered on it. */
    public static boolean isIncompletePhone(String typed) {
        String digits = SEPARATORS.matcher(typed).replaceAll("");
        return PIECE.matcher(digits).matches() && phone(typed).isEmpty();
    }

    /** Empty if this is no e-mail address. */
    public static Optional<String> email(String typed) {
        String address = typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && EMAIL.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }
}
