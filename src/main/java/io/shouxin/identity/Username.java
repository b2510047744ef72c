package io.shouxin.identity;

import io.shouxin.shared.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name somebody signs in with: small letters, digits, dots and dashes, so that it is typed alike on every keyboard. */
public record Username(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,31}");

    public Username {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new InvalidInput("/username", "identity.people.error.username");
        }
    }
}
