package io.shouxin.record;

import io.shouxin.shared.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Client lists become people and records. An upload is ciphertext from the first moment, is worked through in the background,
 * goes on after a restart where it stood, and is destroyed with its key when it is done. Rows that could not be taken over are
 * kept under a key of their own for thirty days, for somebody to correct.
 */
public interface Imports {

    /**
     * Takes a file for a branch; returns at once. A row that names another branch, for which the actor may import as well, goes
     * there.
     *
     * @param mapping header (or the column's number from 1) to field code, where the caller knows better than the headers
     * @throws io.shouxin.shared.InvalidInput for a field code that does not exist
     * @throws io.shouxin.shared.AccessRefused where the actor may not import for this branch
     */
    UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping);

    /** As {@link #receive(String, byte[], UUID, Map)} where the actor is known otherwise, such as the system itself. */
    UUID receive(String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping, Actor by);

    /**
     * As {@link #receive(String, byte[], UUID, Map)} for somebody who looks at the columns before anything is done with them: the file
     * is read and then waits.
     */
    UUID prepare(String fileName, byte[] content, UUID branch);

    /**
     * As {@link #receive(String, byte[], UUID, Map)} where the caller also knows how the file is to be read.
     *
     * @throws io.shouxin.shared.InvalidInput for a charset that is not offered
     */
    UUID receive(
            String fileName, byte[] content, UUID branch, @Nullable Map<String, String> mapping, ReadingChoice reading);

    /**
     * Reads a waiting file in another charset, other sheets of it or under other heads; its columns are to be named anew.
     *
     * @throws io.shouxin.shared.InvalidInput where it cannot be read so; it then waits as before
     * @throws io.shouxin.shared.StateRefused where it does not wait for its columns
     */
    void readAs(UUID id, ReadingChoice reading);

    /**
     * @throws io.shouxin.shared.NotFound also for an import of another branch
     */
    ImportView get(UUID id);

    /** Newest first, those of the actor's branches. */
    List<ImportView> list(int offset, int limit);

    /** Up to three values of each column, masked, while the import waits for its columns to be named. */
    Map<Integer, List<String>> samples(UUID id);

    /**
     * Says what columns mean and lets the import run.
     *
     * @param columnToField column number to field code, or to {@code UNKNOWN} to keep it without a meaning
     * @param firstRowIsHeader whether the first row of a sheet in which no header was found is one all the same
     * @throws io.shouxin.shared.InvalidInput where nobody could be told from the columns
     * @throws io.shouxin.shared.StateRefused where it does not wait for this
     */
    void map(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader);

    default void map(UUID id, Map<Integer, String> columnToField) {
        map(id, columnToField, false);
    }

    /**
     * Says what columns mean, as {@link #map(UUID, Map, boolean)}, and has the import tried first: everything is read, matched and
     * decided as the import would, and nothing of it written. It then waits for a decision.
     */
    void tryFirst(UUID id, Map<Integer, String> columnToField, boolean firstRowIsHeader);

    /**
     * Imports what was tried.
     *
     * @throws io.shouxin.shared.StateRefused where no dry run is done
     */
    void run(UUID id);

    /**
     * Ends a dry run, or drops its result, and goes back to the columns.
     *
     * @throws io.shouxin.shared.StateRefused where there is no dry run
     */
    void columnsAgain(UUID id);

    /**
     * Stops an import after the rows under way; what was written stays.
     *
     * @throws io.shouxin.shared.StateRefused where it does not run
     */
    void pause(UUID id);

    /**
     * Goes on with the row that a paused import has reached.
     *
     * @throws io.shouxin.shared.StateRefused where it is not paused
     */
    void resume(UUID id);

    /**
     * Ends a paused import: what was written stays, the rest is not imported and the file is destroyed.
     *
     * @throws io.shouxin.shared.StateRefused where it is not paused
     */
    void giveUp(UUID id);

    /**
     * Destroys a file that waits for its columns to be named or for a decision after a dry run, with all that is known of it.
     *
     * @throws io.shouxin.shared.StateRefused where it does not wait for this
     */
    void discard(UUID id);

    /**
     * Where one kind of finding is in rows that were taken over, in the order of the file. Places only: without the file they name
     * nobody, so that looking at them is not logged.
     */
    List<FindingPlace> findings(UUID id, String code, int offset, int limit);

    /** The rows that were left out and why; empty once purged. Looking at them is logged. */
    List<RejectView> rejects(UUID id);

    /** The first of them, as a page shows them; the log says which rows of the file that were. */
    List<RejectView> rejects(UUID id, int most);

    /** The rows that were left out as CSV, in their own columns behind number and reason, safe to open in Excel. */
    CsvFile rejectsCsv(UUID id, Locale locale);

    /**
     * What was found in rows that were taken over, as CSV: sheet, row, column and finding in words, without any value, which lies in the
     * people's records only.
     */
    CsvFile findingsCsv(UUID id, Locale locale);

    /** Destroys what is left of the import's own data: rejected rows, file name, column names and their key. */
    void purge(UUID id);

    /** Takes up every import that a stopped process left unfinished. */
    void resumeUnfinished();
}
