package io.shouxin.setup;

import java.util.Locale;

/** The questions in their order. */
public enum SetUpStep {
    FIRM,
    CONTACT,
    AUTHORITY,
    BRANCHES,
    JURISDICTION,
    PEOPLE,
    ADMINISTRATOR,
    KEY,
    CHECK;

    /** How many questions there are; the summary is none. */
    public static final int QUESTIONS = CHECK.ordinal();

    /** Where the question is asked. */
    public String route() {
        return "setup/" + name().toLowerCase(Locale.ROOT);
    }

    public int number() {
        return ordinal() + 1;
    }

    /** The question after this one; the summary is the last. */
    public SetUpStep next() {
        return this == CHECK ? CHECK : values()[ordinal() + 1];
    }
}
