package io.shouxin.record.internal;

import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportColumn;
import io.shouxin.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Findings in rows that were taken over, to be looked up in the firm's own file. */
final class FindingsCsv {

    private FindingsCsv() {}

    static byte[] of(List<FindingPlace> places, List<ImportColumn> columns, Texts texts) {
        boolean sheets = new ColumnNames(columns).severalSheets();
        SafeCsv csv = new SafeCsv();
        csv.write(line(
                sheets,
                texts.get("imports.sheet"),
                texts.get("imports.csv.row"),
                texts.get("imports.rejects.column"),
                texts.get("imports.findings.what")));
        for (FindingPlace place : places) {
            csv.write(line(
                    sheets,
                    Objects.requireNonNullElse(place.sheetName(), ""),
                    String.valueOf(place.row()),
                    Objects.requireNonNullElse(place.column(), ""),
                    texts.get(place.reasonKey())));
        }
        return csv.bytes();
    }

    private static List<String> line(boolean sheets, String sheet, String... others) {
        List<String> cells = new ArrayList<>();
        if (sheets) {
            cells.add(sheet);
        }
        cells.addAll(List.of(others));
        return cells;
    }
}
