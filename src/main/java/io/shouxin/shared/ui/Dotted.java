package io.shouxin.shared.ui;

import java.util.Collection;

/** Particulars in one line with a dot between them. Where the line is broken, the dot stays with what stands before it. */
public final class Dotted {

    /** Goes between two of them. */
    public static final String DOT = "\u00a0· ";

    private Dotted() {}

    public static String line(Collection<String> parts) {
        return String.join(DOT, parts);
    }
}
