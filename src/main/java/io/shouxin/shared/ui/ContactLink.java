package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A telephone number or mail address of the firm that one tap calls or writes to; every one that clients see is shown by this. */
public final class ContactLink extends Anchor {

    /** The number itself, and an extension behind it; of several numbers the first is called. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*([+(]*[0-9][0-9 ()\u2010-\u2015-]*)(?:(?:转|ext\\.?|x)\\s*([0-9]+))?.*", Pattern.DOTALL);

    private ContactLink(String href, String shown) {
        super(href, shown);
        addClassName("contact-link");
        setRouterIgnore(true);
    }

    /** @param number as the firm writes it; dialled by its digits, with an extension after a pause (RFC 3966) */
    public static ContactLink phone(String number) {
        return new ContactLink("tel:" + dialled(number), number);
    }

    public static ContactLink mail(String address) {
        return new ContactLink("mailto:" + address.strip(), address);
    }

    private static String dialled(String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            return number.replaceAll("[^0-9+]", "");
        }
        String main = parts.group(1).replaceAll("[^0-9+]", "");
        return parts.group(2) == null ? main : main + "," + parts.group(2);
    }
}
