package io.shouxin.record;

import org.jspecify.annotations.Nullable;

/**
 * Where in the file one finding is, without the value: it is looked up in the firm's own file.
 *
 * @param sheetName what the file calls the sheet; null where only one has data
 * @param row the number beside the row in the spreadsheet program
 * @param column the header of the cell, or its number; null where the whole row is meant
 */
public record FindingPlace(
        @Nullable String sheetName, int row, @Nullable String column, String code) {

    /** The key of the sentence in the bundles. */
    public String reasonKey() {
        return "imports.problem." + code;
    }
}
