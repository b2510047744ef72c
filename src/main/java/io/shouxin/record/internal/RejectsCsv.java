package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.RejectView;
import io.shouxin.record.imports.RowMark;
import io.shouxin.shared.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rejected rows as a file, which may be mended and imported as it is: each row is marked with where it came from ({@link RowMark}). */
final class RejectsCsv {

    private RejectsCsv() {}

    static byte[] of(UUID importId, List<RejectView> rejects, List<ImportColumn> columns, Texts texts) {
        boolean sheets = new ColumnNames(columns).severalSheets();
        SafeCsv csv = new SafeCsv();
        Map<String, List<RejectView>> rows = new LinkedHashMap<>();
        rejects.forEach(each -> rows.computeIfAbsent(each.sheet() + ":" + each.row(), row -> new ArrayList<>())
                .add(each));
        int sheet = rejects.isEmpty() ? 0 : rejects.get(0).sheet();
        csv.write(head(sheet, columns, texts));
        for (List<RejectView> row : rows.values()) {
            RejectView first = row.get(0);
            if (first.sheet() != sheet) {
                sheet = first.sheet();
                csv.write(head(sheet, columns, texts));
            }
            List<String> cells = new ArrayList<>();
            if (sheets) {
                cells.add(Objects.requireNonNullElse(first.sheetName(), ""));
            }
            cells.add(new RowMark(importId, first.sheet(), first.row()).text());
            cells.add(String.valueOf(first.row()));
            cells.add(joined(row.stream().map(RejectView::column).filter(Objects::nonNull)));
            cells.add(joined(row.stream().map(each -> texts.get(each.reasonKey()))));
            first.cells().forEach(cell -> cells.add(cell));
            csv.write(cells);
        }
        return csv.bytes();
    }

    private static String joined(Stream<String> parts) {
        return parts.distinct().collect(Collectors.joining(" "));
    }

    private static List<String> head(int sheet, List<ImportColumn> columns, Texts texts) {
        List<String> head = new ArrayList<>();
        if (new ColumnNames(columns).severalSheets()) {
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
