package io.shouxin.record.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Those rows of a sheet that tell what its columns mean: the first ones, and further down each that still says something new of a column
 * of which little was seen. Whatever {@link HeaderDetector} finds in them it would find in the whole sheet.
 */
public final class SheetSample {

    /** Enough filled cells of a column for its profile, with title and header above them. */
    private static final int CELLS_OF_A_COLUMN = 240;
    /** From here on only a row that fills a column which was empty so far. */
    private static final int MOST_ROWS = 5_000;

    private final String name;
    private final String encoding;
    private final List<Row> kept = new ArrayList<>();
    private int[] filled = new int[16];
    private int rows;

    public SheetSample(String name, String encoding) {
        this.name = name;
        this.encoding = encoding;
    }

    public void add(Row row) {
        rows++;
        int enough = kept.size() < MOST_ROWS ? CELLS_OF_A_COLUMN : 1;
        boolean tells = rows <= CELLS_OF_A_COLUMN;
        if (row.cells().size() > filled.length) {
            filled = java.util.Arrays.copyOf(filled, Math.max(row.cells().size(), filled.length * 2));
        }
        for (int i = 0; i < row.cells().size(); i++) {
            if (filled[i] < CELLS_OF_A_COLUMN && !row.cell(i).isBlank()) {
                tells |= filled[i] < enough;
                filled[i]++;
            }
        }
        if (tells) {
            kept.add(row);
        }
    }

    /** How many rows the whole sheet has. */
    public int rows() {
        return rows;
    }

    /** The sheet with these rows only. */
    public Sheet sheet() {
        return new Sheet(name, encoding, kept);
    }
}
