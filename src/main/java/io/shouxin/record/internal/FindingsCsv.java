package io.shouxin.record.internal;

import io.shouxin.record.ImportFinding;
import io.shouxin.shared.Texts;
import java.util.List;

/** Findings in rows that were taken over, to be looked up in the firm's own file. */
final class FindingsCsv {

    private FindingsCsv() {}

    static byte[] of(List<ImportProblems.Place> places, Texts texts) {
        SafeCsv csv = new SafeCsv();
        csv.write(List.of(
                texts.get("imports.csv.row"), texts.get("imports.rejects.column"), texts.get("imports.findings.what")));
        for (ImportProblems.Place place : places) {
            csv.write(List.of(
                    String.valueOf(place.row()),
                    place.column() == null ? "" : place.column(),
                    texts.get(new ImportFinding(place.code(), 1).textKey())));
        }
        return csv.bytes();
    }
}
