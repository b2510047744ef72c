package io.shouxin.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * @param rowsTried how far a dry run is
 * @param trial what the last dry run came to; null in lists, and unless it waits for a decision
 * @param headed whether somebody said that the first row is the header
 * @param pausedBy who paused it, where it is paused
 * @param sheets those of the file that have data, also those that are not read; empty as columns are
 * @param mends the import whose left-out rows it brings again
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
        @Nullable Instant purgedAt,
        int rowsTried,
        @Nullable ImportTrial trial,
        boolean headed,
        @Nullable UUID pausedBy,
        @Nullable Instant pausedAt,
        List<ImportSheet> sheets,
        @Nullable UUID mends) {

    /** The {@link #failureKey} of an import that somebody ended while it was paused. */
    public static final String GIVEN_UP = "imports.failure.GIVEN_UP";

    public ImportView {
        recordsByCategory = Map.copyOf(recordsByCategory);
        findings = List.copyOf(findings);
        columns = List.copyOf(columns);
        sheets = List.copyOf(sheets);
        failureArguments = List.copyOf(failureArguments);
    }

    /** This import with the figures of a dry run in place of its own. */
    public ImportView as(ImportTrial tried) {
        return new ImportView(
                id,
                branch,
                state,
                fileName,
                createdBy,
                createdAt,
                finishedAt,
                rows,
                rowsDone,
                tried.people(),
                tried.peopleKnown(),
                tried.thirdParties(),
                tried.records(),
                tried.recordsKnown(),
                tried.duplicates(),
                tried.rejected(),
                tried.warnings(),
                tried.recordsByCategory(),
                tried.findings(),
                columns,
                failureKey,
                failureArguments,
                purgedAt,
                rowsTried,
                tried,
                headed,
                pausedBy,
                pausedAt,
                sheets,
                mends);
    }

    public boolean isGivenUp() {
        return GIVEN_UP.equals(failureKey);
    }

    /** Whether it ended early, after some of its rows were done; what they brought stays. */
    public boolean isCutShort() {
        return state == ImportState.FAILED && rowsDone > 0;
    }

    /** How many rows an import that ended early never came to; they are neither taken over nor left out. */
    public int rowsNotReached() {
        return state == ImportState.FAILED ? Math.max(0, rows - rowsDone) : 0;
    }

    /** Whether names and contact were recognised in at least one sheet, so that the list could be imported as it is. */
    public boolean isRecognised() {
        return columns.stream()
                .collect(Collectors.groupingBy(
                        ImportColumn::sheet, Collectors.mapping(ImportColumn::field, Collectors.toSet())))
                .values()
                .stream()
                .anyMatch(fields ->
                        fields.contains("NAME") && (fields.contains("PHONE") || fields.contains("ID_NUMBER")));
    }

    /** How far the dry run is, between 0 and 1. */
    public double trialProgress() {
        return rows == 0 ? 0 : (double) rowsTried / rows;
    }

    /** How far the import is, between 0 and 1. */
    public double progress() {
        if (state == ImportState.COMPLETED) {
            return 1;
        }
        return rows == 0 ? 0 : (double) rowsDone / rows;
    }
}
