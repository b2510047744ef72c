package io.shouxin.record.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.RejectView;
import io.shouxin.shared.Texts;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rejected rows as a file that opens in Excel as text: a byte order mark, and no cell that could run as a formula. */
final class RejectsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private RejectsCsv() {}

    static byte[] of(List<RejectView> rejects, List<ImportColumn> columns, Texts texts) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        Map<String, List<RejectView>> rows = new LinkedHashMap<>();
        rejects.forEach(each -> rows.computeIfAbsent(each.sheet() + ":" + each.row(), row -> new ArrayList<>())
                .add(each));
        CsvWriter csv = CsvWriter.builder().build(text);
        int sheet = -1;
        for (List<RejectView> row : rows.values()) {
            RejectView first = row.get(0);
            if (first.sheet() != sheet) {
                sheet = first.sheet();
                csv.writeRecord(head(sheet, columns, texts));
            }
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(first.row()));
            cells.add(String.join(
                    " ",
                    row.stream()
                            .map(each -> texts.get(each.reasonKey()))
                            .distinct()
                            .toList()));
            first.cells().forEach(cell -> cells.add(harmless(cell)));
            csv.writeRecord(cells);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> head(int sheet, List<ImportColumn> columns, Texts texts) {
        List<String> head = new ArrayList<>(List.of(texts.get("imports.csv.row"), texts.get("imports.csv.reason")));
        columns.stream()
                .filter(column -> column.sheet() == sheet)
                .forEach(column -> head.add(harmless(column.header())));
        return head;
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
