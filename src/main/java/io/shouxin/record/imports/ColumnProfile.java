package io.shouxin.record.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What most of the first cells of a column are. */
record ColumnProfile(@Nullable ContentKind kind, double share) {

    private static final int SAMPLE = 200;
    private static final ColumnProfile NOTHING = new ColumnProfile(null, 0);

    static ColumnProfile of(List<Row> rows, int column) {
        List<SheetCell> cells = rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isBlank())
                .limit(SAMPLE)
                .toList();
        if (cells.isEmpty()) {
            return NOTHING;
        }
        for (ContentKind kind : ContentKind.values()) {
            double share = (double) cells.stream().filter(kind::fits).count() / cells.size();
            if (share >= kind.share() && distinct(cells) >= kind.distinctShare()) {
                return new ColumnProfile(kind, share);
            }
        }
        return NOTHING;
    }

    private static double distinct(List<SheetCell> cells) {
        Set<String> texts = new HashSet<>();
        cells.forEach(cell -> texts.add(cell.text()));
        return (double) texts.size() / cells.size();
    }
}
