package io.shouxin.record;

import java.util.List;
import java.util.Map;

/**
 * What an import would come to, as its dry run found. The figures mean what those of {@link ImportView} mean; places are without
 * values.
 *
 * @param recordsByCategory the records that would be stored
 * @param newOthers how many children, workers and others in the clients' rows would become new people, by their kind
 * @param findings what was found in rows that would be taken over
 * @param rowsFound by the code of a finding, in which rows it was found
 * @param leftOut why rows would be left out, the first {@link #PLACES} of them
 * @param doubtful rows of people who may be somebody whom the firm knows or who stands in another row, the first {@link #PLACES}
 */
public record ImportTrial(
        int people,
        int peopleKnown,
        int thirdParties,
        int records,
        int recordsKnown,
        int duplicates,
        int rejected,
        int warnings,
        Map<Category, Integer> recordsByCategory,
        Map<String, Integer> newOthers,
        List<ImportFinding> findings,
        Map<String, FoundRows> rowsFound,
        List<FindingPlace> leftOut,
        List<FindingPlace> doubtful) {

    /** As many places as a person can look through before the list is mended. */
    public static final int PLACES = 200;

    /** As many rows as a sentence can name. */
    public static final int FEW = 5;

    /**
     * Rows with the same finding.
     *
     * @param count how many rows there are; one has the finding once or in several columns
     * @param first the first {@link #FEW} of them, in the order of the file
     */
    public record FoundRows(int count, List<FindingPlace> first) {

        public FoundRows {
            first = List.copyOf(first);
        }
    }

    public ImportTrial {
        recordsByCategory = Map.copyOf(recordsByCategory);
        newOthers = Map.copyOf(newOthers);
        findings = List.copyOf(findings);
        rowsFound = Map.copyOf(rowsFound);
        leftOut = List.copyOf(leftOut);
        doubtful = List.copyOf(doubtful);
    }
}
