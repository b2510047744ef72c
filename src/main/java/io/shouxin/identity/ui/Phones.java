package io.shouxin.identity.ui;

import io.shouxin.record.imports.PhoneNormaliser;
import java.util.Optional;

/** Reads a telephone number as a person types it, into the form in which the records are indexed. */
final class Phones {

    private static final int LONGEST = 40;

    private Phones() {}

    /** The number, or nothing if this is not exactly one. */
    static Optional<String> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var numbers = PhoneNormaliser.normalise(typed);
        return numbers.values().size() == 1 && numbers.problems().isEmpty() ? numbers.first() : Optional.empty();
    }
}
