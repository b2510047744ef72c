package io.shouxin.platform;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The last net under JSON logs, which leave the machine: what looks like a telephone number, an e-mail address or an identity number is
 * replaced, in messages and stack traces of libraries too. That nothing personal is logged in the first place is the code's concern.
 */
public final class LogMask implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final String MASK = "***";
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![\\dA-Za-z-])\\d{17}[\\dXx](?![\\dA-Za-z-])");
    /** Not inside a longer run of digits or an identifier, which may hold any digits. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z-])(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?![0-9A-Za-z-])");

    private static final Pattern LANDLINE = Pattern.compile("(?<![0-9A-Za-z-])0\\d{2,3}[- ]\\d{7,8}(?![0-9A-Za-z-])");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor((path, value) -> value instanceof String text ? masked(text) : value);
    }

    static String masked(String text) {
        String masked = text;
        for (Pattern personal : new Pattern[] {EMAIL, IDENTITY_NUMBER, MOBILE, LANDLINE}) {
            masked = personal.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }
}
