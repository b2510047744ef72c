package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.imports.ColumnMap;
import io.shouxin.record.imports.FieldCatalogue;
import io.shouxin.record.imports.FieldCode;
import io.shouxin.record.imports.FileContent;
import io.shouxin.record.imports.HeaderDetector;
import io.shouxin.record.imports.MappedColumn;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.RowSink;
import io.shouxin.record.imports.Sheet;
import io.shouxin.record.imports.SheetReader;
import io.shouxin.record.imports.SheetSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is known of an uploaded file once it was read through: its sheets with the meaning of their columns, and no more of its rows than
 * tells that. Columns are numbered through all sheets.
 *
 * @param unmatched whether the sender named a column that the file does not have
 */
record ReadFile(List<ReadSheet> sheets, boolean unmatched) {

    /** What a person chooses for a column that is to be kept without a meaning. */
    static final String KEEP = "UNKNOWN";

    private static final int HEADER_WITHIN = 30;

    /**
     * @param offset the number of its first column
     * @param sheet those of its rows that tell what its columns mean ({@link SheetSample})
     * @param rows how many rows it has, title and header among them
     */
    record ReadSheet(int number, int offset, Sheet sheet, int rows, ColumnMap map) {

        /** Whether the people of the sheet can be told by name and reached or told apart. */
        boolean recognised() {
            return map.hasName() && map.hasContact();
        }

        /** Whether anybody could be told from it at all. */
        boolean namesSomebody() {
            return map.hasName() || map.hasContact();
        }

        /** Rows of data among those that are kept. */
        List<Row> sampleRows() {
            return sheet.rows().stream().filter(map::isData).toList();
        }
    }

    /**
     * Reads a file through, row by row.
     *
     * @param each takes every row of every sheet, in their order
     * @throws io.shouxin.record.imports.UnreadableFile where the file is no spreadsheet that can be read
     */
    static ReadFile read(FileContent content, ImportDetails details, Consumer<Row> each) {
        List<SheetSample> samples = new ArrayList<>();
        new SheetReader().read(content, details.fileName(), new RowSink() {
            @Override
            public void sheet(String name, String encoding) {
                samples.add(new SheetSample(name, encoding));
            }

            @Override
            public void row(Row row) {
                samples.get(samples.size() - 1).add(row);
                each.accept(row);
            }
        });
        return of(samples, details);
    }

    private static ReadFile of(List<SheetSample> samples, ImportDetails details) {
        List<ReadSheet> sheets = new ArrayList<>();
        HeaderDetector detector = new HeaderDetector();
        int offset = 0;
        boolean first = true;
        boolean unmatched = false;
        for (SheetSample sample : samples) {
            Sheet sheet = sample.sheet();
            ColumnMap map = detector.detect(sheet);
            if (map.headerRow() == 0) {
                map = headed(sheet, map, first ? details.requested().keySet() : Set.of(), details.headed());
            }
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
            sheets.add(new ReadSheet(sheets.size(), offset, sheet, sample.rows(), map.with(wanted)));
            offset += map.columns().size();
        }
        return new ReadFile(List.copyOf(sheets), unmatched);
    }

    /** A header of words that nobody knows is found where the sender names them, or where somebody said that it is one. */
    private static ColumnMap headed(Sheet sheet, ColumnMap map, Set<String> named, boolean firstRowIsHeader) {
        List<Row> rows = sheet.rows();
        Set<String> words = named.stream()
                .map(String::strip)
                .filter(name -> !name.matches("\\d{1,3}"))
                .collect(Collectors.toSet());
        for (int i = 0; i < Math.min(HEADER_WITHIN, rows.size()); i++) {
            Row row = rows.get(i);
            Set<String> texts =
                    row.cells().stream().map(cell -> cell.text().strip()).collect(Collectors.toSet());
            boolean header = firstRowIsHeader ? map.isData(row) : !words.isEmpty() && texts.containsAll(words);
            if (header) {
                int firstData = i + 1 < rows.size() ? rows.get(i + 1).number() : Integer.MAX_VALUE;
                List<MappedColumn> columns = map.columns().stream()
                        .map(column -> new MappedColumn(
                                column.index(),
                                row.cell(column.index()).text().strip(),
                                column.field(),
                                column.occurrence(),
                                column.confidence(),
                                column.how(),
                                column.unit()))
                        .toList();
                return new ColumnMap(columns, row.number(), firstData, map.sector());
            }
        }
        return map;
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
                        sheets.size() > 1 ? sheet.sheet().name() : null,
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
