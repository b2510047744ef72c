package io.shouxin.record;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is visible about a record without opening its value.
 *
 * @param signedOn when the deal or contract was signed
 * @param endedOn when it ended; retention clocks start here
 */
public record HeldRecord(
        UUID id,
        UUID subjectId,
        UUID branchId,
        Category category,
        Classification classification,
        @Nullable DealType dealType,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate lastContactOn,
        @Nullable LocalDate recordedOn) {}
