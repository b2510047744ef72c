package io.shouxin.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a list shows; null leaves a limit out.
 *
 * @param dueBefore only those whose clock runs and whose last day is before this one
 */
public record RequestFilter(
        @Nullable RequestStatus status,
        @Nullable RequestType type,
        @Nullable LocalDate dueBefore) {}
