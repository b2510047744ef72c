package io.shouxin.record;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the register of restrictions and seals.
 *
 * @param recordId the one record it covers, or null for everything about the person
 * @param reference what to name to the client, e.g. the number of a dispute
 * @param until the last day of keeping, where a law sets one
 */
public record Hold(
        UUID id,
        HoldKind kind,
        UUID subjectId,
        @Nullable UUID recordId,
        String ground,
        String legalSource,
        @Nullable UUID caseId,
        @Nullable String reference,
        @Nullable LocalDate until) {

    /** The same, placed anew with another last day. */
    Hold until(LocalDate day) {
        return new Hold(UUID.randomUUID(), kind, subjectId, recordId, ground, legalSource, caseId, reference, day);
    }

    public boolean covers(HeldRecord record) {
        return subjectId.equals(record.subjectId()) && (recordId == null || recordId.equals(record.id()));
    }
}
