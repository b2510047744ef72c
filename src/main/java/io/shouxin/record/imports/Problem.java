package io.shouxin.record.imports;

/**
 * A finding about one cell or one row, without the value: the value stays in the row.
 *
 * @param row the number beside the row in the spreadsheet program
 * @param column the column's index from 0, or {@link #WHOLE_ROW}
 */
public record Problem(int row, int column, ProblemCode code, Severity severity) {

    public static final int WHOLE_ROW = -1;

    public static Problem of(int row, int column, ProblemCode code) {
        return new Problem(row, column, code, code.severity());
    }

    public static Problem ofRow(int row, ProblemCode code) {
        return of(row, WHOLE_ROW, code);
    }
}
