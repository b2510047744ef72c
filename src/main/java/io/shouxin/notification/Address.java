package io.shouxin.notification;

import java.util.regex.Pattern;

/**
 * How a person can be reached; either may be empty. A number comes first: it is what clients are known by.
 *
 * @param phone normalised, as records keep it
 */
public record Address(String phone, String email) {

    private static final Pattern MAILBOX = Pattern.compile("[^@\\s<>,;\"]{1,64}@[A-Za-z0-9.-]{1,190}");

    public static final Address NONE = new Address("", "");

    public static Address ofPhone(String phone) {
        return new Address(phone, "");
    }

    /** Whether this has the form of one mailbox and nothing besides, such as a further header. */
    public static boolean isMailbox(String text) {
        return MAILBOX.matcher(text).matches();
    }

    public static Address ofEmail(String email) {
        return new Address("", email);
    }

    public String of(Medium medium) {
        return medium == Medium.SMS ? phone : email;
    }

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "Address[***]";
    }
}
