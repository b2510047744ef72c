package io.shouxin.record;

import io.shouxin.shared.Sector;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a file that has data, and how it is read.
 *
 * @param number its place among the sheets with data, from 0
 * @param hidden whether the file hides it; such a sheet is read only where somebody says so
 * @param taken whether it is read
 * @param rows how many rows have data, title and header among them
 * @param headerRow the number beside the row of heads; 0 where there is none, or the sheet is not read
 * @param encoding {@code xlsx}, or charset and delimiter
 * @param sector the trade that the columns speak of; null where they do not tell
 */
public record ImportSheet(
        int number,
        String name,
        boolean hidden,
        boolean taken,
        int rows,
        int headerRow,
        String encoding,
        @Nullable Sector sector) {

    public boolean isText() {
        return !encoding.equals("xlsx");
    }

    /** The charset's name, for a text. */
    public String charset() {
        return encoding.contains(",") ? encoding.substring(0, encoding.indexOf(',')) : encoding;
    }
}
