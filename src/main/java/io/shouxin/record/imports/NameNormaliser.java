package io.shouxin.record.imports;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a name out of a cell: without the spaces around it and without the form of address, but with every character as it is, rare
 * ones and emoji included. A name is personal data that must stay accurate (PIPL 8); nothing is folded in it but for comparing.
 */
public final class NameNormaliser {

    private static final Pattern HONORIFIC =
            Pattern.compile("(.+?)\\s*[(（]?(先生|女士|小姐|太太|夫人|老师|阿姨|大姐|大哥|师傅)[)）]?", Pattern.DOTALL);
    private static final Pattern WESTERN = Pattern.compile("(?i)(mr|mrs|ms|miss|dr)\\.?\\s+(.+)");
    private static final List<String> NOBODY = List.of("无", "不详", "未知", "匿名", "-", "/", "n/a", "none");

    private NameNormaliser() {}

    /** A name and the form of address that stood with it. */
    public record PersonName(String name, @Nullable String honorific) {

        boolean surnameOnly() {
            return honorific != null && name.codePointCount(0, name.length()) == 1;
        }

        @Override
        public String toString() {
            return "PersonName";
        }
    }

    public static Normalised<PersonName> normalise(String text) {
        String trimmed = spacesBetweenHanRemoved(Chars.trim(text.startsWith("'") ? text.substring(1) : text));
        if (trimmed.isEmpty() || NOBODY.contains(trimmed.toLowerCase(Locale.ROOT))) {
            return Normalised.nothing();
        }
        PersonName name = split(trimmed);
        return name.surnameOnly() ? Normalised.of(name, ProblemCode.NAME_SURNAME_ONLY) : Normalised.of(name);
    }

    /** The form in which two names are compared: half-width, lower case, without spaces and middle dots. */
    public static String key(String name) {
        return Chars.withoutSpaces(Chars.halfWidth(name))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[·•・.\\-']", "");
    }

    private static PersonName split(String text) {
        Matcher chinese = HONORIFIC.matcher(text);
        if (chinese.matches()) {
            return new PersonName(Chars.trim(chinese.group(1)), chinese.group(2));
        }
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            return new PersonName(Chars.trim(western.group(2)), western.group(1));
        }
        return new PersonName(text, null);
    }

    private static String spacesBetweenHanRemoved(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int previous = -1;
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Chars.isSpace(c)) {
                space = true;
                continue;
            }
            if (space && !(previous >= 0 && Chars.isHan(previous) && Chars.isHan(c))) {
                kept.append(' ');
            }
            kept.appendCodePoint(c);
            previous = c;
            space = false;
        }
        return kept.toString();
    }
}
