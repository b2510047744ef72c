package io.shouxin.record.imports;

import java.util.List;

/**
 * The rows of one sheet, blank ones left out, in the order of the file.
 *
 * @param name the sheet's name, or the file's where the format has no sheets
 * @param encoding how the bytes were read: {@code xlsx}, or charset and delimiter, for the import's protocol
 */
public record Sheet(String name, String encoding, List<Row> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    @Override
    public String toString() {
        return "Sheet[" + encoding + ", " + rows.size() + " rows]";
    }
}
