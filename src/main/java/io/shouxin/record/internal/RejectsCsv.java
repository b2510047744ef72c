package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.RejectView;
import io.shouxin.shared.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rejected rows as a file. */
final class RejectsCsv {

    private RejectsCsv() {}

    static byte[] of(List<RejectView> rejects, List<ImportColumn> columns, Texts texts) {
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
            head.add(texts.get("imports.sheet"));
        }
        head.addAll(List.of(
                texts.get("imports.csv.row"), texts.get("imports.rejects.column"), texts.get("imports.csv.reason")));
        columns.stream().filter(column -> column.sheet() == sheet).forEach(column -> head.add(column.header()));
        return head;
    }
}
