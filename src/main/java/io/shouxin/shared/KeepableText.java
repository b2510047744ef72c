package io.shouxin.shared;

/** Text as a database and a paper can keep it: PostgreSQL knows no NUL, and half of a surrogate pair is no character (UTF-8, RFC 3629). */
public final class KeepableText {

    private KeepableText() {}

    public static boolean isKeepable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
