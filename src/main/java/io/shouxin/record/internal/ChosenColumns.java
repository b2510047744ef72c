package io.shouxin.record.internal;

import io.shouxin.record.ImportColumn;
import io.shouxin.shared.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody says that columns mean. */
final class ChosenColumns {

    private ChosenColumns() {}

    /**
     * Every column with its field: as chosen, or as it was understood.
     *
     * @throws InvalidInput for a field that does not exist, and where nobody could be told from the columns
     */
    static Map<Integer, String> of(List<ImportColumn> columns, Map<Integer, String> columnToField) {
        Map<Integer, String> fields = new HashMap<>();
        for (ImportColumn column : columns) {
            String field =
                    columnToField.getOrDefault(column.number(), column.isUnknown() ? ReadFile.KEEP : column.field());
            if (!ReadFile.isField(field)) {
                throw new InvalidInput("/" + column.number(), "imports.mapping.no-such-field");
            }
            fields.put(column.number(), field);
        }
        if (Set.of("NAME", "PHONE", "ID_NUMBER").stream().noneMatch(fields::containsValue)) {
            throw new InvalidInput("", "imports.mapping.nobody");
        }
        return fields;
    }
}
