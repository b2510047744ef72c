package io.shouxin.setup;

import java.util.Optional;

/** Of how many people the firm handles data, as somebody types it. */
public final class Headcount {

    private Headcount() {}

    /** Digits as people write them, with spaces and commas between thousands; none where it is no number. */
    public static Optional<Long> read(String typed) {
        String digits = plain(typed);
        return digits.matches("[1-9][0-9]{0,9}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    static String plain(String typed) {
        return typed.replaceAll("[\\s,，]", "");
    }
}
