package io.shouxin.record.imports;

import io.shouxin.record.imports.ColumnAliases.Alias;
import io.shouxin.record.imports.MappedColumn.How;
import io.shouxin.shared.Sector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the columns of a sheet mean: by the header where one of the first rows is one, by what the cells look like where the
 * header is missing or unknown. What is not understood stays as an unknown column.
 *
 * <p>Content never gives a column to the client where a header already has, nor where a second column of names stands between: the
 * phone of a referrer or the identity number of a domestic worker must not become the client's.
 */
public final class HeaderDetector {

    private static final int HEADER_WITHIN = 30;

    private final ColumnAliases aliases = ColumnAliases.standard();
    private final FieldCatalogue catalogue = FieldCatalogue.standard();

    public ColumnMap detect(Sheet sheet) {
        List<Row> rows = sheet.rows();
        int headerIndex = headerByName(rows);
        return detect(sheet, headerIndex < 0 ? headerByContrast(rows, sheet.width()) : headerIndex);
    }

    /**
     * As {@link #detect(Sheet)}, where somebody has said which row has the heads.
     *
     * @param headerRow the number beside it, 0 for none; a row that is blank, or far down the sheet, is none
     */
    public ColumnMap detectUnder(Sheet sheet, int headerRow) {
        List<Row> rows = sheet.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == headerRow) {
                return detect(sheet, i);
            }
        }
        return detect(sheet, -1);
    }

    private ColumnMap detect(Sheet sheet, int headerIndex) {
        List<Row> rows = sheet.rows();
        int width = sheet.width();
        Row header = headerIndex < 0 ? null : rows.get(headerIndex);
        int first = headerIndex < 0 ? firstFullRow(rows) : headerIndex + 1;
        List<Row> data = rows.subList(Math.min(first, rows.size()), rows.size());
        List<MappedColumn> columns = map(header, data, width);
        int firstDataRow = data.isEmpty() ? Integer.MAX_VALUE : data.get(0).number();
        return new ColumnMap(columns, header == null ? 0 : header.number(), firstDataRow, sector(columns));
    }

    /** The row among the first with most known headers, if they are two or more, or all it has. */
    private int headerByName(List<Row> rows) {
        int best = -1;
        int bestHits = 0;
        for (int i = 0; i < Math.min(HEADER_WITHIN, rows.size()); i++) {
            Row row = rows.get(i);
            Set<FieldCode> hits = new HashSet<>();
            for (SheetCell cell : row.cells()) {
                Alias alias = cell.kind() == SheetCell.Kind.TEXT ? aliases.find(cell.text()) : null;
                if (alias != null) {
                    hits.add(alias.field());
                }
            }
            boolean enough = hits.size() >= 2 && hits.size() * 4 >= row.filled();
            if ((enough || (hits.size() == 1 && row.filled() == 1)) && hits.size() > bestHits) {
                best = i;
                bestHits = hits.size();
            }
        }
        return best;
    }

    /** A row of words above columns of numbers and dates is a header, whatever its words are. */
    private static int headerByContrast(List<Row> rows, int width) {
        List<Integer> typed = new ArrayList<>();
        Map<Integer, ContentKind> kinds = new HashMap<>();
        for (int column = 0; column < width; column++) {
            ContentKind kind = ColumnProfile.of(rows, column).kind();
            if (kind != null && kind != ContentKind.NAME) {
                typed.add(column);
                kinds.put(column, kind);
            }
        }
        for (int i = 0; i < Math.min(HEADER_WITHIN, rows.size() - 1) && !typed.isEmpty(); i++) {
            Row row = rows.get(i);
            boolean words = typed.stream()
                    .allMatch(column -> row.cell(column).kind() == SheetCell.Kind.TEXT
                            && !row.cell(column).isBlank()
                            && row.cell(column).text().chars().noneMatch(c -> c >= '0' && c <= '9')
                            && !fits(kinds, column, row));
            if (words && row.filled() * 2 >= width) {
                return i;
            }
            if (typed.stream().anyMatch(column -> fits(kinds, column, row))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean fits(Map<Integer, ContentKind> kinds, int column, Row row) {
        ContentKind kind = kinds.get(column);
        return kind != null && kind.fits(row.cell(column));
    }

    /** Without a header, a title is a row that fills far fewer cells than the others. */
    private static int firstFullRow(List<Row> rows) {
        int typical = rows.stream().limit(200).mapToInt(Row::filled).sum() / Math.max(1, Math.min(200, rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).filled() > 1 || typical <= 2) {
                return i;
            }
        }
        return 0;
    }

    private List<MappedColumn> map(@Nullable Row header, List<Row> data, int width) {
        Map<Integer, Alias> byHeader = new HashMap<>();
        Set<FieldCode> taken = new HashSet<>();
        for (int column = 0; header != null && column < width; column++) {
            Alias alias = aliases.find(header.cell(column).text());
            if (alias != null) {
                byHeader.put(column, alias);
                taken.add(alias.field());
            }
        }
        Map<FieldCode, Integer> occurrences = new HashMap<>();
        List<MappedColumn> columns = new ArrayList<>();
        boolean otherPerson = false;
        for (int column = 0; column < width; column++) {
            String text = header == null ? "" : Chars.trim(header.cell(column).text());
            Alias alias = byHeader.get(column);
            if (text.isEmpty() && data.stream().allMatch(row -> isBlankAt(row, columns.size()))) {
                columns.add(unknown(column, text));
                continue;
            }
            if (alias != null) {
                FieldCode field = alias.field();
                if (alias.unlessMissing() != null && taken.add(alias.unlessMissing())) {
                    field = alias.unlessMissing();
                }
                columns.add(new MappedColumn(
                        column,
                        text,
                        field,
                        occurrences.merge(field, 1, Integer::sum),
                        alias.confidence(),
                        How.HEADER,
                        ColumnAliases.unit(text)));
                continue;
            }
            ColumnProfile profile = ColumnProfile.of(data, column);
            ContentKind kind = profile.kind();
            boolean repeatable = kind == ContentKind.DATE;
            if (kind != null && (repeatable || (!otherPerson && !taken.contains(kind.field())))) {
                taken.add(kind.field());
                columns.add(new MappedColumn(
                        column,
                        text,
                        kind.field(),
                        occurrences.merge(kind.field(), 1, Integer::sum),
                        Math.min(0.9, profile.share() * 0.8),
                        How.CONTENT,
                        1));
            } else {
                otherPerson |= kind == ContentKind.NAME;
                columns.add(unknown(column, text));
            }
        }
        return columns;
    }

    private static boolean isBlankAt(Row row, int column) {
        return row.cell(column).isBlank();
    }

    private static MappedColumn unknown(int column, String header) {
        return new MappedColumn(column, header, FieldCode.unknown(column), 1, 0, How.UNKNOWN, 1);
    }

    private @Nullable Sector sector(List<MappedColumn> columns) {
        Map<Sector, Integer> votes = new EnumMap<>(Sector.class);
        for (MappedColumn column : columns) {
            Sector only = column.how() == How.HEADER ? catalogue.onlyIn(column.field()) : null;
            if (only != null) {
                votes.merge(only, 1, Integer::sum);
            }
        }
        int brokerage = votes.getOrDefault(Sector.BROKERAGE, 0);
        int housekeeping = votes.getOrDefault(Sector.HOUSEKEEPING, 0);
        if (brokerage == housekeeping) {
            return null;
        }
        return brokerage > housekeeping ? Sector.BROKERAGE : Sector.HOUSEKEEPING;
    }
}
