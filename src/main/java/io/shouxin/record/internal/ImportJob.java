package io.shouxin.record.internal;

import io.shouxin.record.ImportState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_job}, without its details. */
record ImportJob(
        UUID id,
        UUID branchId,
        ImportState state,
        @Nullable String failure,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        int rowCount,
        int rowsDone,
        Counts counts,
        int attempts,
        @Nullable Instant purgedAt) {

    /** What a batch adds to the figures of its import. */
    record Counts(
            int people,
            int peopleKnown,
            int thirdParties,
            int records,
            int recordsKnown,
            int duplicates,
            int rejected,
            int warnings) {}
}
