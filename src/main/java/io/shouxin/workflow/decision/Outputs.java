package io.shouxin.workflow.decision;

import java.util.Map;
import java.util.Objects;

/** Reads typed values from a row's outputs; an empty cell is a defect of the table. */
final class Outputs {

    private Outputs() {}

    static String text(Map<String, Object> row, String name) {
        return (String) value(row, name);
    }

    static int number(Map<String, Object> row, String name) {
        return ((Number) value(row, name)).intValue();
    }

    static boolean flag(Map<String, Object> row, String name) {
        return (Boolean) value(row, name);
    }

    private static Object value(Map<String, Object> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }
}
