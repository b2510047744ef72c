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
        @Nullable Instant purgedAt,
        int rowsTried,
        @Nullable UUID pausedBy,
        @Nullable Instant pausedAt) {

    /** What a batch adds to the figures of its import. */
    record Counts(
            int people,
            int peopleKnown,
            int thirdParties,
            int records,
            int recordsKnown,
            int duplicates,
            int rejected,
            int warnings) {

        Counts plus(Counts more) {
            return new Counts(
                    people + more.people,
                    peopleKnown + more.peopleKnown,
                    thirdParties + more.thirdParties,
                    records + more.records,
                    recordsKnown + more.recordsKnown,
                    duplicates + more.duplicates,
                    rejected + more.rejected,
                    warnings + more.warnings);
        }
    }
}
