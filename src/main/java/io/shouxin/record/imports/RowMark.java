package io.shouxin.record.imports;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a row of a returned list stood when it was left out: import, sheet and row, written beside it in the download. Nobody's data. */
public record RowMark(UUID importId, int sheet, int row) {

    /** The field of the column that holds marks. */
    public static final String FIELD = "IMPORT_MARK";
    /** The field of the download's other columns of its own. */
    public static final String NOTE = "IMPORT_NOTE";

    private static final Pattern WRITTEN =
            Pattern.compile("(?i)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(\\d{1,4})/(\\d{1,9})");

    /** Whether a field is the download's own and says nothing of a client. */
    static boolean isOurs(FieldCode field) {
        return field.value().equals(FIELD) || field.value().equals(NOTE);
    }

    public String text() {
        return importId + "/" + (sheet + 1) + "/" + row;
    }

    /** Empty where a cell is no mark: somebody has overwritten it, or it is a list of other making. */
    public static Optional<RowMark> of(String text) {
        Matcher mark = WRITTEN.matcher(Chars.trim(text));
        if (!mark.matches()) {
            return Optional.empty();
        }
        int sheet = Integer.parseInt(mark.group(2)) - 1;
        int row = Integer.parseInt(mark.group(3));
        return sheet < 0 || row < 1
                ? Optional.empty()
                : Optional.of(new RowMark(UUID.fromString(mark.group(1)), sheet, row));
    }
}
