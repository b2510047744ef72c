package io.shouxin.record;

import java.util.List;

/**
 * What was found in rows that were taken over, and how often. The values lie in the people's records only.
 *
 * @param columns the headers under which it was found, in the order of the file; empty where whole rows are meant
 * @param arguments what its sentence names, masked; empty for nearly all
 */
public record ImportFinding(String code, int count, List<String> columns, List<String> arguments) {

    public ImportFinding {
        columns = List.copyOf(columns);
        arguments = List.copyOf(arguments);
    }

    public ImportFinding(String code, int count, List<String> columns) {
        this(code, count, columns, List.of());
    }

    /** The key of the sentence in the bundles; one that names something has another. */
    public String textKey() {
        return arguments.isEmpty() ? "imports.problem." + code : "imports.named." + code;
    }
}
