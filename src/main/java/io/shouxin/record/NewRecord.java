package io.shouxin.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record to be stored.
 *
 * @param values field code to value, as the field catalogue names them; never empty
 */
public record NewRecord(
        UUID subjectId,
        UUID branchId,
        Category category,
        Classification classification,
        @Nullable DealType dealType,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate lastContactOn,
        @Nullable LocalDate recordedOn,
        @Nullable UUID importId,
        Map<String, String> values) {

    public NewRecord {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A record of category " + category + " without values");
        }
        values = Map.copyOf(values);
    }
}
