package io.shouxin.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a file to be read, where it is not to be found out.
 *
 * @param charset one of {@link #CHARSETS}; null to find it out
 * @param sheets by the sheet's place among those with data, from 0, whether it is read; the others unless they are hidden
 * @param headers by the same place, the number beside the row of heads, 0 for none; the others are found out
 */
public record ReadingChoice(@Nullable String charset, Map<Integer, Boolean> sheets, Map<Integer, Integer> headers) {

    /** What lists of Chinese firms are written in. */
    public static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5");

    public static final ReadingChoice NONE = new ReadingChoice(null, Map.of(), Map.of());

    public ReadingChoice {
        sheets = Map.copyOf(sheets);
        headers = Map.copyOf(headers);
    }

    /** Whether a sheet is read. */
    public boolean takes(int sheet, boolean hidden) {
        return sheets.getOrDefault(sheet, !hidden);
    }
}
