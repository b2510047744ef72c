package io.shouxin.record.imports;

import io.shouxin.record.imports.UnreadableFile.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an xlsx row by row. */
final class XlsxReader {

    /** Repeated values (districts, staff, "是") are most of a sheet: one string each. */
    private static final int INTERN_UP_TO = 24;

    private static final String QUOTED = "[^\"]*+(?:\"\"[^\"]*+)*+";

    private static final Pattern LINK = Pattern.compile("(?i)\\s*=?\\s*HYPERLINK\\(\\s*\"(?<target>" + QUOTED
            + ")\"\\s*(?:,\\s*\"(?<shown>" + QUOTED + ")\"\\s*)?\\)\\s*");

    private final ReadingLimits limits;

    XlsxReader(ReadingLimits limits) {
        this.limits = limits;
    }

    void read(FileContent content, RowSink sink) {
        ArchiveCheck.Checked checked = new ArchiveCheck(limits).check(content);
        ReadingOptions options = new ReadingOptions(true, true);
        try (InputStream in = content.open();
                ReadableWorkbook workbook = new ReadableWorkbook(in, options)) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                sink.sheet(sheet.getName(), "xlsx", sheet.getVisibility() != SheetVisibility.VISIBLE);
                MergedCells merged = checked.merged().getOrDefault(sheet.getId(), new MergedCells());
                rows(sheet, checked.epoch1904(), merged, sink);
            }
        } catch (IOException | ExcelReaderException e) {
            throw ArchiveCheck.damaged(e);
        } catch (UnreadableFile | ReadingInterrupted e) {
            throw e;
        } catch (RuntimeException e) {
            // The library reports broken XML with whatever its parser throws.
            throw ArchiveCheck.damaged(e);
        }
    }

    private void rows(org.dhatim.fastexcel.reader.Sheet sheet, boolean epoch1904, MergedCells merged, RowSink sink)
            throws IOException {
        Map<String, String> interned = new HashMap<>();
        int rows = 0;
        int cells = 0;
        try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
            for (var iterator = stream.iterator(); iterator.hasNext(); ) {
                Row row = merged.filled(row(iterator.next(), epoch1904, interned));
                if (!row.isBlank()) {
                    cells += row.cells().size();
                    limits.checkRow(++rows);
                    limits.checkCells(cells);
                    sink.row(row);
                }
            }
        }
    }

    private Row row(org.dhatim.fastexcel.reader.Row source, boolean epoch1904, Map<String, String> interned) {
        List<SheetCell> cells = new ArrayList<>(source.getCellCount());
        int last = -1;
        for (int i = 0; i < source.getCellCount(); i++) {
            SheetCell cell = cell(source.getCell(i), epoch1904, interned);
            limits.checkCell(cell.text(), source.getRowNum(), i);
            cells.add(cell);
            if (!cell.isBlank()) {
                last = i;
            }
        }
        limits.checkColumns(last + 1);
        return new Row(source.getRowNum(), cells.subList(0, last + 1));
    }

    private static SheetCell cell(@Nullable Cell cell, boolean epoch1904, Map<String, String> interned) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return SheetCell.EMPTY;
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, epoch1904);
            case BOOLEAN ->
                new SheetCell(SheetCell.Kind.BOOLEAN, Boolean.TRUE.equals(cell.asBoolean()) ? "是" : "否", null);
            case FORMULA -> formula(cell);
            case ERROR -> new SheetCell(SheetCell.Kind.ERROR, text(cell), null);
            default -> SheetCell.text(intern(text(cell), interned));
        };
    }

    private static SheetCell number(Cell cell, boolean epoch1904) {
        BigDecimal number = cell.asNumber();
        LocalDate date = SerialDates.date(number, epoch1904);
        if (date != null && SerialDates.isDateFormat(cell.getDataFormatId(), cell.getDataFormatString())) {
            return new SheetCell(SheetCell.Kind.DATE, date.toString(), date);
        }
        return new SheetCell(SheetCell.Kind.NUMBER, number.stripTrailingZeros().toPlainString(), date);
    }

    private static SheetCell formula(Cell cell) {
        Object value = cell.getValue();
        String shown = value == null || value.toString().isEmpty() ? linkText(cell.getFormula()) : value.toString();
        String text = shown == null ? "=" + cell.getFormula() : shown;
        return new SheetCell(SheetCell.Kind.FORMULA, text, null);
    }

    /** What a link shows that was written by a program that counts no formulas; null where it is no plain link. */
    private static @Nullable String linkText(@Nullable String formula) {
        Matcher link = LINK.matcher(formula == null ? "" : formula);
        if (!link.matches()) {
            return null;
        }
        String shown = link.group("shown") == null ? link.group("target") : link.group("shown");
        return shown.replace("\"\"", "\"");
    }

    private static String text(Cell cell) {
        String text = cell.getText();
        if (text == null) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return text;
    }

    private static String intern(String text, Map<String, String> interned) {
        if (text.length() > INTERN_UP_TO || interned.size() > 50_000) {
            return text;
        }
        String known = interned.putIfAbsent(text, text);
        return known == null ? text : known;
    }
}
