package io.shouxin.record.imports;

import java.util.List;

/**
 * A finding about one cell or one row, without the value: the value stays in the row.
 *
 * @param row the number beside the row in the spreadsheet program
 * @param column the column's index from 0, or {@link #WHOLE_ROW}
 * @param arguments what its sentence names, masked; empty for nearly all
 */
public record Problem(int row, int column, ProblemCode code, Severity severity, List<String> arguments) {

    public static final int WHOLE_ROW = -1;

    public static Problem of(int row, int column, ProblemCode code) {
        return new Problem(row, column, code, code.severity(), List.of());
    }

    /** @param masked the number, as it may be shown */
    public static Problem numberShared(int row, String masked, int people) {
        ProblemCode code = ProblemCode.NUMBER_SHARED;
        return new Problem(row, WHOLE_ROW, code, code.severity(), List.of(masked, Integer.toString(people)));
    }

    public static Problem ofRow(int row, ProblemCode code) {
        return of(row, WHOLE_ROW, code);
    }
}
