package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.imports.ColumnMap;
import io.shouxin.record.imports.FieldCatalogue;
import io.shouxin.record.imports.FieldCode;
import io.shouxin.record.imports.HeaderDetector;
import io.shouxin.record.imports.MappedColumn;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.Sheet;
import io.shouxin.record.imports.SheetReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An uploaded file, read: its sheets with the meaning of their columns. Columns are numbered through all sheets.
 *
 * @param unmatched whether the sender named a column that the file does not have
 */
record ReadFile(List<ReadSheet> sheets, boolean unmatched) {

    /** What a person chooses for a column that is to be kept without a meaning. */
    static final String KEEP = "UNKNOWN";

    /** @param offset the number of its first column */
    record ReadSheet(int number, int offset, Sheet sheet, ColumnMap map) {

        /** Whether the people of the sheet can be told by name and reached or told apart. */
        boolean recognised() {
            return map.hasName() && map.hasContact();
        }

        /** Whether anybody could be told from it at all. */
        boolean namesSomebody() {
            return map.hasName() || map.hasContact();
        }

        List<Row> dataRows() {
            return sheet.rows().stream().filter(map::isData).toList();
        }
    }

    /**
     * @throws io.shouxin.record.imports.UnreadableFile where the file is no spreadsheet that can be read
     */
    static ReadFile read(byte[] content, ImportDetails details) {
        List<ReadSheet> sheets = new ArrayList<>();
        HeaderDetector detector = new HeaderDetector();
        int offset = 0;
        boolean first = true;
        boolean unmatched = false;
        for (Sheet sheet : new SheetReader().readAll(content, details.fileName())) {
            ColumnMap map = detector.detect(sheet);
            Map<Integer, FieldCode> wanted = new HashMap<>();
            if (first) {
                unmatched = !request(details.requested(), map, wanted);
                first = false;
            }
            for (MappedColumn column : map.columns()) {
                String chosen = details.chosen().get(offset + column.index());
                if (chosen != null) {
                    wanted.put(column.index(), field(chosen, column.index()));
                }
            }
            sheets.add(new ReadSheet(sheets.size(), offset, sheet, map.with(wanted)));
            offset += map.columns().size();
        }
        return new ReadFile(List.copyOf(sheets), unmatched);
    }

    /** The sender's own mapping concerns the first sheet; false where it names a column that is not there. */
    private static boolean request(Map<String, String> requested, ColumnMap map, Map<Integer, FieldCode> wanted) {
        boolean all = true;
        for (Map.Entry<String, String> each : requested.entrySet()) {
            boolean found = false;
            for (MappedColumn column : map.columns()) {
                boolean named = column.header().equals(each.getKey().strip())
                        || String.valueOf(column.index() + 1).equals(each.getKey());
                if (named) {
                    wanted.put(column.index(), field(each.getValue(), column.index()));
                    found = true;
                }
            }
            all &= found;
        }
        return all;
    }

    static boolean isField(String code) {
        return code.equals(KEEP)
                || (code.matches("[A-Z][A-Z0-9_]*") && FieldCatalogue.standard().knows(new FieldCode(code)));
    }

    private static FieldCode field(String code, int index) {
        return code.equals(KEEP) ? FieldCode.unknown(index) : new FieldCode(code);
    }

    List<ImportColumn> columns() {
        List<ImportColumn> columns = new ArrayList<>();
        for (ReadSheet sheet : sheets) {
            for (MappedColumn column : sheet.map().columns()) {
                columns.add(new ImportColumn(
                        sheet.offset() + column.index(),
                        sheet.number(),
                        column.header(),
                        column.field().value(),
                        column.how().name(),
                        column.confidence()));
            }
        }
        return columns;
    }

    /** Once somebody has looked at the columns, a single kind of identification is enough. */
    boolean runs(boolean looked) {
        return looked
                ? sheets.stream().anyMatch(ReadSheet::namesSomebody)
                : !unmatched && sheets.stream().anyMatch(ReadSheet::recognised);
    }
}
