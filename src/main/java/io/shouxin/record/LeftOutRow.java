package io.shouxin.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was left out, as it is corrected.
 *
 * @param sheetName what the file calls the sheet; null where only one is read
 * @param reasonKeys what is wrong with the row as a whole, as keys of the bundles
 * @param next the open row after it; null where it is the last
 */
public record LeftOutRow(
        RowPlace place,
        @Nullable String sheetName,
        List<Cell> cells,
        List<String> reasonKeys,
        @Nullable RowPlace next) {

    public LeftOutRow {
        cells = List.copyOf(cells);
        reasonKeys = List.copyOf(reasonKeys);
    }

    /**
     * @param header as the file calls the column, empty where it has no name
     * @param field the field catalogue's code
     * @param reasonKeys what is wrong with it
     */
    public record Cell(String header, String field, String value, List<String> reasonKeys) {

        public Cell {
            reasonKeys = List.copyOf(reasonKeys);
        }

        /** Without the value, which is somebody's. */
        @Override
        public String toString() {
            return "Cell[" + field + "]";
        }
    }

    @Override
    public String toString() {
        return "LeftOutRow[" + place + "]";
    }
}
