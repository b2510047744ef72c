package io.shouxin.record.imports;

import java.util.List;

/**
 * Undoes what the download of left-out rows did to a list that comes back: apostrophes before formulas go, and each further heading in the
 * middle, which the rows of another sheet stand under, begins a sheet. Other lists pass through as they are.
 */
public final class ReturnedRows implements RowSink {

    private static final int HEADER_WITHIN = 30;
    private static final int NOT_RETURNED = -1;

    private final RowSink sink;
    private String name = "";
    private String encoding = "";
    private boolean hidden;
    private int rows;
    private int parts;
    /** The column of marks. */
    private int marks = NOT_RETURNED;

    public ReturnedRows(RowSink sink) {
        this.sink = sink;
    }

    @Override
    public void sheet(String of, String as, boolean isHidden) {
        name = of;
        encoding = as;
        hidden = isHidden;
        rows = 0;
        parts = 1;
        marks = NOT_RETURNED;
        sink.sheet(of, as, isHidden);
    }

    @Override
    public void row(Row row) {
        rows++;
        if (marks == NOT_RETURNED) {
            marks = rows <= HEADER_WITHIN ? marksIn(row) : NOT_RETURNED;
            sink.row(row);
        } else if (isMarkHead(row.cell(marks))) {
            sink.sheet(name + " " + ++parts, encoding, hidden);
            sink.row(row);
        } else {
            sink.row(new Row(row.number(), asItWas(row.cells()), row.merged()));
        }
    }

    private static int marksIn(Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (isMarkHead(row.cell(i))) {
                return i;
            }
        }
        return NOT_RETURNED;
    }

    private static boolean isMarkHead(SheetCell cell) {
        if (cell.kind() != SheetCell.Kind.TEXT) {
            return false;
        }
        ColumnAliases.Alias alias = ColumnAliases.standard().find(cell.text());
        return alias != null && alias.field().value().equals(RowMark.FIELD);
    }

    private static List<SheetCell> asItWas(List<SheetCell> cells) {
        return cells.stream()
                .map(cell -> cell.kind() == SheetCell.Kind.TEXT && cell.text().startsWith("'")
                        ? SheetCell.text(FormulaQuote.takenOff(cell.text()))
                        : cell)
                .toList();
    }
}
