package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.RejectView;
import io.shouxin.record.imports.RowMark;
import io.shouxin.shared.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rejected rows as a file, which takes them one by one in the order of the imported one. It may be mended and imported as it is: each row is
 * marked with where it came from ({@link RowMark}).
 */
final class RejectsCsv {

    private final SafeCsv csv;
    private final UUID importId;
    private final List<ImportColumn> columns;
    private final boolean sheets;
    private final Texts texts;
    /** What was found in the row that is being read. */
    private final List<RejectView> row = new ArrayList<>();

    private int headed = -1;

    RejectsCsv(OutputStream out, UUID importId, List<ImportColumn> columns, Texts texts) throws IOException {
        this.csv = new SafeCsv(out);
        this.importId = importId;
        this.columns = columns;
        this.sheets = new ColumnNames(columns).severalSheets();
        this.texts = texts;
    }

    void add(RejectView reject) {
        if (!row.isEmpty() && (row.get(0).row() != reject.row() || row.get(0).sheet() != reject.sheet())) {
            writeRow();
        }
        row.add(reject);
    }

    void end() throws IOException {
        if (!row.isEmpty()) {
            writeRow();
        } else if (headed < 0) {
            csv.write(head(0));
        }
        csv.end();
    }

    private void writeRow() {
        RejectView first = row.get(0);
        if (first.sheet() != headed) {
            headed = first.sheet();
            csv.write(head(headed));
        }
        List<String> cells = new ArrayList<>();
        if (sheets) {
            cells.add(Objects.requireNonNullElse(first.sheetName(), ""));
        }
        cells.add(new RowMark(importId, first.sheet(), first.row()).text());
        cells.add(String.valueOf(first.row()));
        cells.add(joined(row.stream().map(RejectView::column).filter(Objects::nonNull)));
        cells.add(joined(row.stream().map(each -> texts.get(each.reasonKey()))));
        cells.addAll(first.cells());
        csv.write(cells);
        row.clear();
    }

    private static String joined(Stream<String> parts) {
        return parts.distinct().collect(Collectors.joining(" "));
    }

    private List<String> head(int sheet) {
        List<String> head = new ArrayList<>();
        if (sheets) {
            head.add(texts.get("imports.csv.sheet"));
        }
        head.addAll(List.of(
                texts.get("imports.csv.mark"),
                texts.get("imports.csv.row"),
                texts.get("imports.csv.column"),
                texts.get("imports.csv.reason")));
        columns.stream().filter(column -> column.sheet() == sheet).forEach(column -> head.add(column.header()));
        return head;
    }
}
