package io.shouxin.record;

import java.util.List;

/**
 * What was found in rows that were taken over, and how often. The values lie in the people's records only.
 *
 * @param columns the headers under which it was found, in the order of the file; empty where whole rows are meant
 */
public record ImportFinding(String code, int count, List<String> columns) {

    public ImportFinding {
        columns = List.copyOf(columns);
    }

    /** The key of the sentence in the bundles. */
    public String textKey() {
        return "imports.problem." + code;
    }
}
