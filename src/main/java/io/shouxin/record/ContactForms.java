package io.shouxin.record;

import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.record.imports.Normalised;
import io.shouxin.record.imports.PhoneNormaliser;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The normal form of what people are found by: the one in which imports put it into the blind indexes. */
public final class ContactForms {

    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

    /** A mainland mobile number, and E.164 with an extension for anything else. */
    private static final Pattern NORMAL_PHONE = Pattern.compile("1[3-9]\\d{9}|\\+\\d{6,15}(;ext=\\d+)?");

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private static final Pattern EXTENDED = Pattern.compile("(.*\\d)\\s*(?:转|ext\\.?)\\s*\\d{1,6}\\s*");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s+()-]");

    /** Too short for any number, or begun like a mobile one; identity numbers have 15 or 18 digits. */
    private static final Pattern PIECE = Pattern.compile("\\d{1,6}|1[3-9]\\d{5,12}|1[3-9]\\d{14,15}");

    private ContactForms() {}

    /** Whether a number in its normal form is a mainland mobile one, to which a message can go. */
    public static boolean isMobile(String number) {
        return MOBILE.matcher(number).matches();
    }

    static boolean isNormalPhone(String number) {
        return NORMAL_PHONE.matcher(number).matches();
    }

    /** Empty if this is not exactly one telephone number, with its extension at most: no words, and no half of another number. */
    public static Optional<String> phone(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = PhoneNormaliser.plain(typed).replace(";ext=", "转");
        Matcher extended = EXTENDED.matcher(text);
        Normalised<String> number = PhoneNormaliser.normalise(extended.matches() ? extended.group(1) : text);
        if (number.values().size() != 1 || !number.problems().isEmpty()) {
            return Optional.empty();
        }
        return extended.matches()
                ? PhoneNormaliser.normalise(text).values().stream().findFirst()
                : Optional.of(number.values().get(0));
    }

    /** Whether a name is the one on file: spaces, width, case and form of address tell nobody apart. */
    public static boolean isSameName(String typed, String onFile) {
        return nameKey(typed).equals(nameKey(onFile));
    }

    private static String nameKey(String name) {
        return NameNormaliser.normalise(name).values().stream()
                .map(NameNormaliser.PersonName::name)
                .map(NameNormaliser::key)
                .findFirst()
                .orElseGet(() -> NameNormaliser.key(name));
    }

    /** Whether this is a piece of a number or a mistyped one: nobody can be found by it, and nobody be answered on it. */
    public static boolean isIncompletePhone(String typed) {
        String digits = SEPARATORS.matcher(PhoneNormaliser.plain(typed)).replaceAll("");
        return PIECE.matcher(digits).matches() && phone(typed).isEmpty();
    }

    /** The number of an identity document as the imports index it, a passport's too; empty if this is none. */
    public static Optional<String> idNumber(String typed) {
        return typed.length() > LONGEST
                ? Optional.empty()
                : IdentityNumber.normalise(typed).values().stream().findFirst();
    }

    /** A number of the firm's own, of a contract or a client: spaces, width and case tell none apart. */
    public static String fileNumber(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /** By which keys the imports index a name: one for each reading of it. */
    public static Set<String> nameKeys(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        NameNormaliser.normalise(typed).values().forEach(name -> keys.add(NameNormaliser.key(name.name())));
        keys.add(NameNormaliser.key(typed));
        keys.remove("");
        return keys;
    }

    /** Empty if this is no e-mail address. */
    public static Optional<String> email(String typed) {
        String address = typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && EMAIL.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }
}
