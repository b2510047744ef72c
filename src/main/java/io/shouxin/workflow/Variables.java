package io.shouxin.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The only variables that the engine may hold: codes, flags and system ids. The engine copies variables into its history, so
 * anything about a person in one would survive that person's erasure.
 */
public final class Variables {

    /** What a person decided in the last user task; see {@link Outcomes}. */
    public static final String OUTCOME = "outcome";

    public static final String PROOF_DEMANDED = "proofDemanded";
    public static final String IDENTITY_PROVEN = "identityProven";
    public static final String ANYTHING_TO_ERASE = "anythingToErase";
    public static final String ERASURE_VERIFIED = "erasureVerified";

    /** Whether a sweep has another part. */
    public static final String MORE_TO_DESTROY = "moreToDestroy";

    /** Ids of the systems that hold something to erase, separated by commas. */
    public static final String SYSTEMS = "systems";

    /** Id of the system at hand. */
    public static final String SYSTEM = "system";

    private static final Pattern SYSTEM_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Predicate<Object> FLAG = Boolean.class::isInstance;
    private static final Predicate<Object> COUNT = Integer.class::isInstance;

    private static final Map<String, Predicate<Object>> ALLOWED = Map.ofEntries(
            Map.entry(OUTCOME, value -> value instanceof String code && Outcomes.isKnown(code)),
            Map.entry(PROOF_DEMANDED, FLAG),
            Map.entry(IDENTITY_PROVEN, FLAG),
            Map.entry(ANYTHING_TO_ERASE, FLAG),
            Map.entry(ERASURE_VERIFIED, FLAG),
            Map.entry(MORE_TO_DESTROY, FLAG),
            Map.entry(
                    SYSTEMS,
                    value -> value instanceof String ids
                            && separated(ids).stream().allMatch(Variables::isSystem)),
            Map.entry(SYSTEM, value -> value instanceof String id && isSystem(id)),
            Map.entry("loopCounter", COUNT),
            Map.entry("nrOfInstances", COUNT),
            Map.entry("nrOfActiveInstances", COUNT),
            Map.entry("nrOfCompletedInstances", COUNT));

    private Variables() {}

    public static Set<String> names() {
        return ALLOWED.keySet();
    }

    /** Whether a variable of this name may hold this value. */
    public static boolean allows(String name, Object value) {
        Predicate<Object> rule = ALLOWED.get(name);
        return rule != null && rule.test(value);
    }

    public static String joined(List<String> systems) {
        return String.join(",", systems);
    }

    public static List<String> separated(String systems) {
        return systems.isEmpty() ? List.of() : List.of(systems.split(",", -1));
    }

    private static boolean isSystem(String id) {
        return SYSTEM_ID.matcher(id).matches();
    }
}
