package io.shouxin.record.imports;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one row says about one person in one category. The deal's kind and dates stand on every record of the row, because a
 * retention rule may start at the transaction's end for the identity data as well (反洗钱法 34).
 *
 * @param person the ref of the {@link PersonDraft}
 * @param fields field code to value, in the order of the columns; a value that could not be read is here as it was typed
 */
public record RecordDraft(
        String person,
        Category category,
        Classification classification,
        Map<String, String> fields,
        @Nullable DealType dealType,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate lastContactOn,
        @Nullable LocalDate recordedOn) {

    public RecordDraft {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("A record has at least one field");
        }
    }

    @Override
    public String toString() {
        return "RecordDraft[" + person + ", " + category + ", " + fields.keySet() + "]";
    }
}
