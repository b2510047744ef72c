package io.shouxin.record.imports;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number what a person sees beside it in the spreadsheet program (from 1, blank rows counted)
 * @param merged whether some of its cells are merged with one of a row above and have their value from there
 */
public record Row(int number, List<SheetCell> cells, boolean merged) {

    public Row(int number, List<SheetCell> cells) {
        this(number, cells, false);
    }

    public Row {
        if (number < 1) {
            throw new IllegalArgumentException("Row numbers start at 1");
        }
        cells = List.copyOf(cells);
    }

    /** The cell at an index from 0; columns beyond the end are empty. */
    public SheetCell cell(int index) {
        return index < cells.size() ? cells.get(index) : SheetCell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    int filled() {
        return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    @Override
    public String toString() {
        return "Row[" + number + ", " + cells.size() + " cells]";
    }
}
