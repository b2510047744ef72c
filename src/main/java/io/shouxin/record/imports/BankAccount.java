package io.shouxin.record.imports;

import java.util.regex.Pattern;

/**
 * The number of a bank account or card. Banks in China number their accounts each in their own way and without a common check digit, so
 * that only its length can be judged.
 */
public final class BankAccount {

    private static final Pattern FORM = Pattern.compile("\\d{8,30}");
    private static final Pattern SEPARATORS = Pattern.compile("^['‘’`]+|[-－–—]");

    private BankAccount() {}

    /** Whether a text is such a number and cannot be an identity number, which people write into any column. */
    public static boolean isOneForSure(String text) {
        return normalise(text).first().filter(FORM.asMatchPredicate()).isPresent() && !IdentityNumber.mayBeOne(text);
    }

    /**
     * The digits without spaces and dashes.
     *
     * @return without a value where it is no such number
     */
    public static Normalised<String> normalise(String text) {
        String plain =
                SEPARATORS.matcher(Chars.withoutSpaces(Chars.halfWidth(text))).replaceAll("");
        if (plain.isEmpty()) {
            return Normalised.nothing();
        }
        if (plain.equals("无")) {
            return Normalised.of(plain);
        }
        return FORM.matcher(plain).matches()
                ? Normalised.of(plain)
                : Normalised.rejected(ProblemCode.BANK_ACCOUNT_UNREADABLE);
    }
}
