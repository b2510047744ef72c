package io.shouxin.record.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells of a worksheet that are merged over several rows. What stands in the first counts for all of them in its column, where the row has
 * something of its own; a cell merged over columns only says what it says once.
 */
final class MergedCells {

    /** More than a person merges by hand; further ones stay in their first cell. */
    private static final int MOST = 10_000;

    private static final Pattern RANGE =
            Pattern.compile("ref=[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})[\"']");

    private final Map<Integer, List<Range>> byFirstRow = new HashMap<>();
    private final List<Filling> open = new ArrayList<>();
    private int ranges;

    private record Range(int column, int lastRow) {}

    private record Filling(Range range, SheetCell cell) {}

    /** @param tag the attributes of a {@code mergeCell} */
    void add(String tag) {
        Matcher range = RANGE.matcher(tag);
        if (!range.find() || ranges >= MOST) {
            return;
        }
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(3));
        if (last > first) {
            ranges++;
            byFirstRow.computeIfAbsent(first, row -> new ArrayList<>()).add(new Range(column(range.group(1)), last));
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** The row with what is merged into it; rows come in the order of the sheet. */
    Row filled(Row row) {
        open.removeIf(filling -> filling.range().lastRow() < row.number());
        Row whole = row;
        if (!row.isBlank()) {
            for (Filling filling : open) {
                whole = filled(whole, filling);
            }
        }
        for (Range range : byFirstRow.getOrDefault(row.number(), List.of())) {
            if (!row.cell(range.column()).isBlank()) {
                open.add(new Filling(range, row.cell(range.column())));
            }
        }
        return whole;
    }

    private static Row filled(Row row, Filling filling) {
        int column = filling.range().column();
        if (!row.cell(column).isBlank()) {
            return row;
        }
        List<SheetCell> cells = new ArrayList<>(row.cells());
        while (cells.size() <= column) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(column, filling.cell());
        return new Row(row.number(), cells, true);
    }

    /** Finds the {@code mergeCell} tags of a worksheet in its bytes, across buffer ends. */
    static final class Watch {

        private static final byte[] TAG = "<mergeCell ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        private static final int LONGEST = 100;

        private final MergedCells found;
        private final StringBuilder tag = new StringBuilder();
        private int matched;

        Watch(MergedCells found) {
            this.found = found;
        }

        void see(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (matched == TAG.length) {
                    if (b == '>' || tag.length() == LONGEST) {
                        found.add(tag.toString());
                        tag.setLength(0);
                        matched = 0;
                    } else {
                        tag.append((char) b);
                    }
                } else if (b == TAG[matched]) {
                    matched++;
                } else {
                    matched = b == '<' ? 1 : 0;
                }
            }
        }
    }
}
