package io.shouxin.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The messages that clients can get, and the names by which a provider's templates call what is filled in. Chinese providers send only
 * templates that they have approved: a code of theirs and some parameters, never our words.
 */
public final class Notices {

    /** The one-time code, without which nobody can sign in. */
    public static final String CODE = "code";

    /** What the settings page sends; it stands in for {@link #CODE} where a provider wants an approved template. */
    public static final String TEST = "test";

    private static final List<String> OF_CASES = List.of(
            "received",
            "proofAsked",
            "callPromised",
            "callFailed",
            "questionAsked",
            "papersAsked",
            "agentAsked",
            "guardianAsked",
            "answered.COMPLETED",
            "answered.PARTLY_COMPLETED",
            "answered.REFUSED",
            "answered.NOTHING_HELD",
            "returned.COMPLETED",
            "returned.PARTLY_COMPLETED",
            "returned.REFUSED",
            "returned.NOTHING_HELD",
            "closed.NO_PROOF",
            "closed.CANCELLED",
            "closed.NOT_CONTINUED",
            "closed.CANCELLED_BY_PERSON");

    /** Every notice that a template can be given for, the code first. */
    public static final List<String> ALL =
            Stream.concat(Stream.of(CODE), OF_CASES.stream()).toList();

    private static final List<String> DATED = List.of(
            "received",
            "proofAsked",
            "callPromised",
            "callFailed",
            "questionAsked",
            "papersAsked",
            "agentAsked",
            "guardianAsked");

    private Notices() {}

    /** The names of a notice's arguments, in the order of its text in the bundles. */
    public static List<String> arguments(String template) {
        if (template.equals(CODE)) {
            return List.of("firm", "code");
        }
        return DATED.contains(template) ? List.of("firm", "number", "date") : List.of("firm", "number");
    }

    /** Arguments by name; what has no name is left out. */
    public static Map<String, String> named(String template, List<Object> arguments) {
        List<String> names = arguments(template);
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), arguments.size()); i++) {
            named.put(names.get(i), String.valueOf(arguments.get(i)));
        }
        return named;
    }
}
