package io.shouxin.record.internal;

import io.shouxin.record.FindingPlace;
import io.shouxin.record.ImportColumn;
import io.shouxin.shared.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Findings in rows that were taken over, to be looked up in the firm's own file; takes them one by one. */
final class FindingsCsv {

    private final SafeCsv csv;
    private final boolean sheets;
    private final Texts texts;

    FindingsCsv(OutputStream out, List<ImportColumn> columns, Texts texts) throws IOException {
        this.csv = new SafeCsv(out);
        this.sheets = new ColumnNames(columns).severalSheets();
        this.texts = texts;
        write(
                texts.get("imports.sheet"),
                texts.get("imports.csv.row"),
                texts.get("imports.rejects.column"),
                texts.get("imports.findings.what"));
    }

    void add(FindingPlace place) {
        write(
                Objects.requireNonNullElse(place.sheetName(), ""),
                String.valueOf(place.row()),
                Objects.requireNonNullElse(place.column(), ""),
                texts.get(place.reasonKey()));
    }

    void end() throws IOException {
        csv.end();
    }

    private void write(String sheet, String... others) {
        List<String> cells = new ArrayList<>();
        if (sheets) {
            cells.add(sheet);
        }
        cells.addAll(List.of(others));
        csv.write(cells);
    }
}
