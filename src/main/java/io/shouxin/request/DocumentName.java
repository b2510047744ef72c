package io.shouxin.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a document of a case, e.g. {@code letter-zh}, or {@code interim-2-en} for the second letter that closed the case for
 * want of proof: such a letter is no final answer, since the case can be opened again.
 *
 * @param round which of several, 0 for a document of which there is only one
 */
public record DocumentName(String kind, int round, String language) {

    public static final String RECEIPT = "receipt";
    public static final String LETTER = "letter";
    public static final String INTERIM_LETTER = "interim";
    public static final String CERTIFICATE = "certificate";

    /** How a name is written in an address. */
    public static final String PATTERN = "[a-z]{1,30}(?:-[1-9][0-9]{0,2})?-(?:zh|en)";

    private static final Pattern PARTS = Pattern.compile("([a-z]{1,30})(?:-([1-9][0-9]{0,2}))?-(zh|en)");

    public static DocumentName only(String kind, String language) {
        return new DocumentName(kind, 0, language);
    }

    public static Optional<DocumentName> read(String name) {
        Matcher parts = PARTS.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String round = parts.group(2);
        return Optional.of(new DocumentName(
                String.valueOf(parts.group(1)),
                round == null ? 0 : Integer.parseInt(round),
                String.valueOf(parts.group(3))));
    }

    @Override
    public String toString() {
        return round == 0 ? kind + "-" + language : kind + "-" + round + "-" + language;
    }
}
