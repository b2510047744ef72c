package io.shouxin.record;

/** What was found in rows that were taken over, how often. The values lie in the people's records only. */
public record ImportFinding(String code, int count) {

    /** The key of the sentence in the bundles. */
    public String textKey() {
        return "imports.problem." + code;
    }
}
