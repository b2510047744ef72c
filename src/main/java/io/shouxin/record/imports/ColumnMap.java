package io.shouxin.record.imports;

import io.shouxin.shared.Sector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of every column of a sheet. None is dropped: what is not understood is mapped to an unknown field.
 *
 * @param headerRow the row number of the header, or 0 where there is none
 * @param firstDataRow the row number from which rows are data
 * @param sector the trade that the columns speak of; null where they do not tell
 */
public record ColumnMap(
        List<MappedColumn> columns,
        int headerRow,
        int firstDataRow,
        @Nullable Sector sector) {

    public ColumnMap {
        columns = List.copyOf(columns);
    }

    /**
     * The map of a sheet that was read before, for one row of it.
     *
     * @param columns index, header and field of each
     */
    public static ColumnMap remembered(List<MappedColumn> columns, @Nullable Sector sector) {
        Map<FieldCode, Integer> occurrences = new HashMap<>();
        boolean headed = false;
        List<MappedColumn> whole = new ArrayList<>();
        for (MappedColumn column : columns) {
            headed |= !column.header().isEmpty();
            whole.add(new MappedColumn(
                    column.index(),
                    column.header(),
                    column.field(),
                    occurrences.merge(column.field(), 1, Integer::sum),
                    column.confidence(),
                    column.how(),
                    column.how() == MappedColumn.How.CONTENT ? 1 : ColumnAliases.unit(column.header())));
        }
        return new ColumnMap(whole, headed ? 1 : 0, 1, sector);
    }

    public boolean hasName() {
        return find("NAME").isPresent();
    }

    /** A phone or an identity number: without one, nobody in the file can ever sign in. */
    public boolean hasContact() {
        return find("PHONE").isPresent() || find("ID_NUMBER").isPresent();
    }

    public Optional<MappedColumn> find(String field) {
        return columns.stream().filter(c -> c.field().value().equals(field)).findFirst();
    }

    /** The map after somebody said what some columns mean, by column index from 0. */
    public ColumnMap with(Map<Integer, FieldCode> chosen) {
        if (chosen.isEmpty()) {
            return this;
        }
        Map<FieldCode, Integer> occurrences = new HashMap<>();
        List<MappedColumn> changed = new ArrayList<>();
        for (MappedColumn column : columns) {
            FieldCode field = chosen.getOrDefault(column.index(), column.field());
            boolean same = field.equals(column.field());
            changed.add(new MappedColumn(
                    column.index(),
                    column.header(),
                    field,
                    occurrences.merge(field, 1, Integer::sum),
                    same ? column.confidence() : 1,
                    same ? column.how() : MappedColumn.How.CHOSEN,
                    same ? column.unit() : ColumnAliases.unit(column.header())));
        }
        return new ColumnMap(changed, headerRow, firstDataRow, sector);
    }

    /** Whether the row comes after title and header. */
    public boolean isData(Row row) {
        return row.number() >= firstDataRow;
    }
}
