package io.shouxin.record.internal;

import io.shouxin.record.ImportView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Why an import failed: the key of a sentence and what stands in it (numbers and type names, never content), as one text. */
record ImportFailure(String key, List<Object> arguments) {

    static final ImportFailure TOO_MANY_ATTEMPTS = new ImportFailure("imports.failure.TOO_MANY_ATTEMPTS", List.of());
    static final ImportFailure UPLOAD_MISSING = new ImportFailure("imports.failure.UPLOAD_MISSING", List.of());
    static final ImportFailure ABANDONED = new ImportFailure("imports.failure.ABANDONED", List.of());
    static final ImportFailure DISCARDED = new ImportFailure("imports.failure.DISCARDED", List.of());

    private static final String SEPARATOR = "|";

    /** @param rows how many rows were done before */
    static ImportFailure givenUp(int rows) {
        return new ImportFailure(ImportView.GIVEN_UP, List.of(rows));
    }

    /** @param rows how many rows were done before */
    static ImportFailure notResumed(int rows) {
        return new ImportFailure("imports.failure.NOT_RESUMED", List.of(rows));
    }

    String text() {
        StringBuilder text = new StringBuilder(key);
        arguments.forEach(argument -> text.append(SEPARATOR).append(argument));
        return text.toString();
    }

    static ImportFailure of(String text) {
        List<String> parts = Arrays.asList(text.split("\\|"));
        List<Object> arguments = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            arguments.add(part.matches("\\d{1,15}") ? (Object) Long.valueOf(part) : part);
        }
        return new ImportFailure(parts.get(0), arguments);
    }
}
