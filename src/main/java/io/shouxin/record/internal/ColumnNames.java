package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file calls its sheets and columns. */
final class ColumnNames {

    private final Map<Integer, List<ImportColumn>> bySheet = new HashMap<>();

    /** @param columns in the order of the file; none once the import's own data were purged */
    ColumnNames(List<ImportColumn> columns) {
        columns.forEach(column -> bySheet.computeIfAbsent(column.sheet(), sheet -> new ArrayList<>())
                .add(column));
    }

    /** Null where only one sheet has data. */
    @Nullable String sheet(int sheet) {
        List<ImportColumn> columns = bySheet.getOrDefault(sheet, List.of());
        return columns.isEmpty() ? null : columns.get(0).sheetName();
    }

    /** The header, or where there is none the column's number from 1; null where the whole row is meant. */
    @Nullable String column(int sheet, @Nullable Integer index) {
        if (index == null) {
            return null;
        }
        List<ImportColumn> columns = bySheet.getOrDefault(sheet, List.of());
        String header = index < columns.size() ? columns.get(index).header() : "";
        return header.isEmpty() ? String.valueOf(index + 1) : header;
    }

    boolean severalSheets() {
        return bySheet.size() > 1;
    }
}
