package io.shouxin.record.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.record.ImportColumn;
import io.shouxin.record.ImportSheet;
import io.shouxin.record.ReadingChoice;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an import's file. Names of files and columns may name people, so this is stored as ciphertext.
 *
 * @param branches where whoever brought it may import, and whoever said what its columns mean
 * @param requested header or column number (from 1) to field code, as the sender asked
 * @param headed whether somebody said that the first row is the header where none was found
 * @param shown whether somebody wants to see the columns before anything is done with them
 * @param chosen column number (from 0) to field code, as somebody decided later
 * @param sheets those with data
 * @param reading how somebody wants the file to be read
 * @param mends the import whose left-out rows it brings again
 */
record ImportDetails(
        String fileName,
        Set<UUID> branches,
        Map<String, String> requested,
        Map<Integer, String> chosen,
        boolean headed,
        boolean shown,
        List<ImportColumn> columns,
        List<ImportSheet> sheets,
        ReadingChoice reading,
        @Nullable UUID mends) {

    static final ImportDetails PURGED = received("", Set.of(), Map.of(), false, ReadingChoice.NONE);

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    ImportDetails {
        branches = Set.copyOf(branches);
        requested = Map.copyOf(requested);
        chosen = Map.copyOf(chosen);
        columns = List.copyOf(columns);
        sheets = List.copyOf(sheets);
    }

    /** What is known before the file is read. */
    static ImportDetails received(
            String fileName, Set<UUID> branches, Map<String, String> requested, boolean shown, ReadingChoice reading) {
        return new ImportDetails(
                fileName, branches, requested, Map.of(), false, shown, List.of(), List.of(), reading, null);
    }

    ImportDetails withRead(ReadFile file, @Nullable UUID mended) {
        return new ImportDetails(
                fileName, branches, requested, chosen, headed, shown, file.columns(), file.all(), reading, mended);
    }

    ImportDetails withHeaded(boolean firstRowIsHeader) {
        return new ImportDetails(
                fileName, branches, requested, chosen, firstRowIsHeader, shown, columns, sheets, reading, mends);
    }

    /** To be read otherwise; whatever was said of its columns was said of others. */
    ImportDetails withReading(ReadingChoice other) {
        return new ImportDetails(fileName, branches, requested, Map.of(), false, true, columns, sheets, other, mends);
    }

    /** Waiting again for somebody to say what the columns mean. */
    ImportDetails unchosen() {
        return new ImportDetails(
                fileName, branches, requested, Map.of(), headed, true, columns, sheets, reading, mends);
    }

    /** @param also where whoever decided may import: nobody sends rows to a branch by means of a colleague's file */
    ImportDetails withChosen(Map<Integer, String> decided, boolean firstRowIsHeader, Set<UUID> also) {
        return new ImportDetails(
                fileName,
                branchesWith(also),
                requested,
                decided,
                firstRowIsHeader,
                shown,
                columns,
                sheets,
                reading,
                mends);
    }

    /** Where these rows may go once somebody else has had a hand in them. */
    Set<UUID> branchesWith(Set<UUID> also) {
        Set<UUID> both = new HashSet<>(branches);
        both.retainAll(also);
        return both;
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Import details cannot be written as JSON", e);
        }
    }

    static ImportDetails of(byte[] json) {
        try {
            return JSON.readValue(json, ImportDetails.class);
        } catch (IOException e) {
            throw new IllegalStateException("Import details are not readable JSON");
        }
    }
}
