package io.shouxin.notification;

/**
 * How a person can be reached; either may be empty. A number comes first: it is what clients are known by.
 *
 * @param phone normalised, as records keep it
 */
public record Address(String phone, String email) {

    public static final Address NONE = new Address("", "");

    public static Address ofPhone(String phone) {
        return new Address(phone, "");
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
