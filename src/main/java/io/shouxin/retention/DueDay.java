package io.shouxin.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a record that nobody asks about is to be destroyed.
 *
 * @param on the first such day; null where the rules name none, or something stands against it
 * @param reason what the rules will say on that day, or say now
 * @param ruleId the row whose period ends last; of a record without a day, the row that keeps it
 */
public record DueDay(
        @Nullable LocalDate on,
        DecisionReason reason,
        @Nullable String ruleId) {}
