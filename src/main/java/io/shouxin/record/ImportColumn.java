package io.shouxin.record;

import org.jspecify.annotations.Nullable;

/**
 * A column of an imported file and what it was taken for.
 *
 * @param number place in the file from 0, the sheets one after the other
 * @param sheet the sheet's place among those with data, from 0
 * @param sheetName what the file calls the sheet; null where only one has data
 * @param header as it stands in the file, empty where there is none
 * @param field the field catalogue's code; {@code UNKNOWN_n} where nobody understands it
 * @param how HEADER, CONTENT, CHOSEN or UNKNOWN
 * @param confidence between 0 and 1
 */
public record ImportColumn(
        int number, int sheet, @Nullable String sheetName, String header, String field, String how, double confidence) {

    public boolean isUnknown() {
        return field.startsWith("UNKNOWN_");
    }
}
