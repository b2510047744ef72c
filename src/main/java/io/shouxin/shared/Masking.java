package io.shouxin.shared;

import java.util.regex.Pattern;

/** Masks personal data for screens, letters and lists: enough to recognise one's own, too little to use. */
public final class Masking {

    /** What stands for a value of which no character may be seen. */
    public static final String NOTHING = "***";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    /** Of a word as short as 已婚 the first character tells all. */
    private static final int SHORT = 3;

    private static final int END = 4;

    private Masking() {}

    /** 王小明 → 王**; a single character is masked whole. Counts code points, so rare characters (𠮷) stay whole. */
    public static String name(String name) {
        int points = name.codePointCount(0, name.length());
        if (points == 0) {
            return "";
        }
        String first = name.substring(0, name.offsetByCodePoints(0, 1));
        return points == 1 ? "*" : first + "**";
    }

    /** 13507451170 → 135****1170. */
    public static String phone(String phone) {
        return middle(phone, 3, 4, 4);
    }

    /** 320102198711098753 → 3201**********8753. */
    public static String idNumber(String number) {
        return middle(number, 4, 4, 10);
    }

    /** 320102198711098753 → 3201**************: without the end, which is asked for as a second proof of identity. */
    public static String headOfIdNumber(String number) {
        return middle(number, 4, 0, 14);
    }

    /** a.person@example.com → a***@example.com. */
    public static String email(String email) {
        int at = email.indexOf('@');
        return at < 1 ? NOTHING : email.substring(0, 1) + NOTHING + email.substring(at);
    }

    /** 6222 0212 3456 7890 → ***7890: an account that its owner knows again. Where the end would be half of it, nothing. */
    public static String end(String value) {
        String signs = value.replaceAll("\\s", "");
        int points = signs.codePointCount(0, signs.length());
        return points < 2 * END ? NOTHING : NOTHING + signs.substring(signs.offsetByCodePoints(0, points - END));
    }

    /** Any other value: its first character and three asterisks, an address as such, and of a short one nothing. */
    public static String beginning(String value) {
        String trimmed = value.strip();
        if (ADDRESS.matcher(trimmed).matches()) {
            return email(trimmed);
        }
        return trimmed.codePointCount(0, trimmed.length()) <= SHORT
                ? NOTHING
                : trimmed.substring(0, trimmed.offsetByCodePoints(0, 1)) + NOTHING;
    }

    private static String middle(String value, int head, int tail, int stars) {
        if (value.length() <= head + tail) {
            return "*".repeat(Math.max(3, value.length()));
        }
        return value.substring(0, head) + "*".repeat(stars) + value.substring(value.length() - tail);
    }
}
