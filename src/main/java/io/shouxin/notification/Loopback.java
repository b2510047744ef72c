package io.shouxin.notification;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that mean this machine itself, whatever any name server says. */
public final class Loopback {

    private static final Pattern NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1\\]?");

    private Loopback() {}

    public static boolean names(String host) {
        return NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
