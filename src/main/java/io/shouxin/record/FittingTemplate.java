package io.shouxin.record;

import java.util.Map;

/**
 * A template for a file that has the same headers, said of this file's columns.
 *
 * @param columnToField column number to field code, as {@link Imports#map} takes it
 * @param firstRowIsHeader whether the first row is to be taken for the header
 */
public record FittingTemplate(String name, Map<Integer, String> columnToField, boolean firstRowIsHeader) {

    public FittingTemplate {
        columnToField = Map.copyOf(columnToField);
    }
}
