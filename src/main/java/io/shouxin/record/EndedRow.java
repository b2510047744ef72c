package io.shouxin.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a row that was left out came to its end.
 *
 * @param sheetName what the file calls the sheet; null where only one is read, or its name is destroyed
 * @param reason null where it was mended
 * @param byImport the later list that brought it mended; null where somebody did it on screen
 * @param by null where a list of the system's own did
 */
public record EndedRow(
        RowPlace place,
        @Nullable String sheetName,
        @Nullable LeaveOutReason reason,
        @Nullable UUID byImport,
        @Nullable UUID by,
        Instant at) {

    public boolean mended() {
        return reason == null;
    }
}
