package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.ReadingChoice;
import io.shouxin.record.imports.ColumnMap;
import io.shouxin.record.imports.FieldCatalogue;
import io.shouxin.record.imports.FieldCode;
import io.shouxin.record.imports.FileContent;
import io.shouxin.record.imports.HeaderDetector;
import io.shouxin.record.imports.MappedColumn;
import io.shouxin.record.imports.ReturnedRows;
import io.shouxin.record.imports.Row;
import io.shouxin.record.imports.RowMark;
import io.shouxin.record.imports.RowSink;
import io.shouxin.record.imports.Sheet;
import io.shouxin.record.imports.SheetReader;
import io.shouxin.record.imports.SheetSample;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an uploaded file once it was read through: its sheets with the meaning of their columns, and no more of its rows than
 * tells that. Columns are numbered through all sheets.
 *
 * @param sheets those that are read
 * @param all every sheet with data, also those that are not
 * @param unmatched whether the sender named a column that the file does not have
 */
record ReadFile(List<ReadSheet> sheets, List<ImportSheet> all, boolean unmatched) {

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

    /** What the columns of the rows meant that come back, by their import and sheet; nothing where it may not be known. */
    interface Returned {

        Returned UNKNOWN = (importId, sheet) -> List.of();

        List<ImportColumn> columns(UUID importId, int sheet);
    }

    /**
     * Reads a file through, row by row.
     *
     * @param each takes every row of every sheet that is read, in their order
     * @throws io.shouxin.record.imports.UnreadableFile where the file is no spreadsheet that can be read
     */
    static ReadFile read(FileContent content, ImportDetails details, Returned returned, Consumer<Row> each) {
        List<Found> found = new ArrayList<>();
        ReadingChoice choice = details.reading();
        RowSink sink = new ReturnedRows(new RowSink() {
            @Override
            public void sheet(String name, String encoding, boolean hidden) {
                boolean taken = choice.takes(found.size(), hidden);
                found.add(new Found(found.size(), name, encoding, hidden, taken, new SheetSample(name, encoding)));
            }

            @Override
            public void row(Row row) {
                Found sheet = found.get(found.size() - 1);
                sheet.sample().add(row);
                if (sheet.taken()) {
                    each.accept(row);
                }
            }
        });
        Charset charset = choice.charset() == null ? null : Charset.forName(choice.charset());
        new SheetReader().read(content, details.fileName(), charset, sink);
        return of(found, details, returned);
    }

    private record Found(int number, String name, String encoding, boolean hidden, boolean taken, SheetSample sample) {

        ImportSheet sheet(@Nullable ColumnMap map) {
            return new ImportSheet(
                    number,
                    name,
                    hidden,
                    taken,
                    sample.rows(),
                    map == null ? 0 : map.headerRow(),
                    encoding,
                    map == null ? null : map.sector());
        }
    }

    private static ReadFile of(List<Found> found, ImportDetails details, Returned returned) {
        List<ReadSheet> sheets = new ArrayList<>();
        List<ImportSheet> all = new ArrayList<>();
        HeaderDetector detector = new HeaderDetector();
        int offset = 0;
        boolean first = true;
        boolean unmatched = false;
        for (Found each : found) {
            if (!each.taken()) {
                all.add(each.sheet(null));
                continue;
            }
            Sheet sheet = each.sample().sheet();
            Integer said = details.reading().headers().get(each.number());
            ColumnMap map = said == null ? detector.detect(sheet) : detector.detectUnder(sheet, said);
            if (map.headerRow() == 0 && said == null) {
                map = headed(sheet, map, first ? details.requested().keySet() : Set.of(), details.headed());
            }
            Map<Integer, FieldCode> wanted = new HashMap<>(asBefore(sheet, map, returned));
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
            ReadSheet read =
                    new ReadSheet(sheets.size(), offset, sheet, each.sample().rows(), map.with(wanted));
            sheets.add(read);
            all.add(each.sheet(read.map()));
            offset += map.columns().size();
        }
        return new ReadFile(List.copyOf(sheets), List.copyOf(all), unmatched);
    }

    /** Columns of rows that come back mean what they meant, column by column, where they are still called so. */
    private static Map<Integer, FieldCode> asBefore(Sheet sheet, ColumnMap map, Returned returned) {
        RowMark mark = firstMark(sheet, map).orElse(null);
        if (mark == null) {
            return Map.of();
        }
        Iterator<ImportColumn> before =
                returned.columns(mark.importId(), mark.sheet()).iterator();
        Map<Integer, FieldCode> wanted = new HashMap<>();
        for (MappedColumn column : map.columns()) {
            boolean ours = column.field().value().equals(RowMark.FIELD)
                    || column.field().value().equals(RowMark.NOTE);
            if (!ours && before.hasNext()) {
                ImportColumn was = before.next();
                if (!was.header().equals(column.header())) {
                    return wanted;
                }
                wanted.put(column.index(), field(was.isUnknown() ? KEEP : was.field(), column.index()));
            }
        }
        return wanted;
    }

    private static Optional<RowMark> firstMark(Sheet sheet, ColumnMap map) {
        return map.find(RowMark.FIELD).flatMap(column -> sheet.rows().stream()
                .filter(map::isData)
                .flatMap(row -> RowMark.of(row.cell(column.index()).text()).stream())
                .findFirst());
    }

    /** The import whose left-out rows the file brings again, by its first mark. */
    Optional<UUID> mended() {
        return sheets.stream()
                .flatMap(sheet -> firstMark(sheet.sheet(), sheet.map()).stream())
                .map(RowMark::importId)
                .findFirst();
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
