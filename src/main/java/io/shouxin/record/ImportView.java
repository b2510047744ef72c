package io.shouxin.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its screen and the API show it.
 *
 * @param fileName what the person called the file; empty once the import's own data were purged
 * @param rows rows with data
 * @param rowsDone how many of them are finished
 * @param people distinct clients in the file
 * @param peopleKnown how many of them the firm had already
 * @param thirdParties distinct children, workers, co-owners and other people in the clients' rows
 * @param records records that were stored
 * @param recordsKnown records that were already there, word for word
 * @param duplicates rows whose client stood in an earlier row
 * @param rejected rows that were left out
 * @param warnings findings in rows that were taken over
 * @param recordsByCategory what of the import is held today; empty in lists
 * @param columns empty in lists and once the import's own data were purged
 * @param failureKey the key of the sentence in the bundles, where it failed
 * @param purgedAt when rejected rows, file name and column names were destroyed
 */
public record ImportView(
        UUID id,
        UUID branch,
        ImportState state,
        String fileName,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        int rows,
        int rowsDone,
        int people,
        int peopleKnown,
        int thirdParties,
        int records,
        int recordsKnown,
        int duplicates,
        int rejected,
        int warnings,
        Map<Category, Integer> recordsByCategory,
        List<ImportFinding> findings,
        List<ImportColumn> columns,
        @Nullable String failureKey,
        List<Object> failureArguments,
        @Nullable Instant purgedAt) {

    public ImportView {
        recordsByCategory = Map.copyOf(recordsByCategory);
        findings = List.copyOf(findings);
        columns = List.copyOf(columns);
        failureArguments = List.copyOf(failureArguments);
    }

    /** Between 0 and 1. */
    public double progress() {
        if (state == ImportState.COMPLETED) {
            return 1;
        }
        return rows == 0 ? 0 : (double) rowsDone / rows;
    }
}
