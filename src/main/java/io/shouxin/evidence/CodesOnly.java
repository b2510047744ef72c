package io.shouxin.evidence;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Keeps what looks like personal data out of the log, which can never forget it (PIPL 47). */
final class CodesOnly {

    private static final int MAX_LENGTH = 200;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,40}");
    /** Identifiers and hashes, whose digits may look like anything. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b[0-9a-f]{64}\\b");

    private static final Pattern MOBILE =
            Pattern.compile("(?:(?<![0-9a-fA-F])|\\+86[ -]?)1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?![0-9a-fA-F])");
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)0\\d{2,3}[- ]\\d{7,8}(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![\\dA-Za-z])\\d{17}[\\dXx](?![\\dA-Za-z])");

    private CodesOnly() {}

    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A name in an evidence entry matches [a-z0-9_.-]{1,40}");
        }
        return name;
    }

    /** Returns the value, or refuses it with a message that names only the key. */
    static String value(String key, String value) {
        if (value.length() > MAX_LENGTH) {
            throw refused(key, "is longer than " + MAX_LENGTH + " characters");
        }
        if (value.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c))) {
            throw refused(key, "holds control characters");
        }
        String plain = IDENTIFIER
                .matcher(Normalizer.normalize(value, Normalizer.Form.NFKC))
                .replaceAll(" ");
        if (EMAIL.matcher(plain).find()) {
            throw refused(key, "looks like an e-mail address");
        }
        if (IDENTITY_NUMBER.matcher(plain).find()) {
            throw refused(key, "looks like an identity number");
        }
        if (MOBILE.matcher(plain).find() || LANDLINE.matcher(plain).find()) {
            throw refused(key, "looks like a telephone number");
        }
        return value;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static IllegalArgumentException refused(String key, String why) {
        return new IllegalArgumentException("The evidence value of '" + key + "' " + why + "; write a code or an id");
    }
}
