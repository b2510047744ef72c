package io.shouxin.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was left out.
 *
 * @param sheet the sheet's place among those with data, from 0
 * @param sheetName what the file calls the sheet; null where only one has data
 * @param row the number beside the row in the spreadsheet program
 * @param column the header of the cell in question, or its number; null where the whole row is meant
 * @param value the cell, or the row's cells one after the other, as they stood
 * @param cells all cells of the row
 */
public record RejectView(
        int sheet,
        @Nullable String sheetName,
        int row,
        @Nullable String column,
        String code,
        String value,
        List<String> cells) {

    public RejectView {
        cells = List.copyOf(cells);
    }

    /** The key of the sentence in the bundles. */
    public String reasonKey() {
        return "imports.problem." + code;
    }

    @Override
    public String toString() {
        return "RejectView[" + row + ", " + code + "]";
    }
}
