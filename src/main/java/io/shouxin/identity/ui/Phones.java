package io.shouxin.identity.ui;

import io.shouxin.record.imports.PhoneNormaliser;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a telephone number as a person types it, into the form in which the records are indexed. */
final class Phones {

    private static final int LONGEST = 40;

    /** What address books put around a number to turn it left to right; nobody sees it, and it is pasted along. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    /** Hyphens and dashes of every length, which phones set in place of the plain one. */
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]+");

    private Phones() {}

    /** The number, or nothing if this is not exactly one. */
    static Optional<String> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = DASHES.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll("-");
        var numbers = PhoneNormaliser.normalise(plain);
        return numbers.values().size() == 1 && numbers.problems().isEmpty() ? numbers.first() : Optional.empty();
    }
}
