package io.shouxin.request;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one record, and why. The same decision is shown to the client before sending, to the clerk and the
 * second person, and stands in the letter.
 *
 * @param subjectId whose record it is: the client's own, or a child's
 * @param dealYear the year of the deal it belongs to, to name it by ("2026 年买卖合同")
 * @param proposed what the rules said, with the version of the table
 * @param outcome what holds now, after any change by a person
 * @param until the last day of keeping that holds now
 * @param changedBy the member of the firm who changed it, null where the rules' proposal stands
 * @param changeReasonId the reason in the case file
 * @param changeCode the coded reason for the letter where a person keeps the record
 */
public record RecordDecision(
        UUID recordId,
        UUID subjectId,
        UUID branchId,
        Category category,
        Classification classification,
        @Nullable DealType dealType,
        @Nullable Integer dealYear,
        RetentionDecision proposed,
        Outcome outcome,
        @Nullable LocalDate until,
        @Nullable UUID changedBy,
        @Nullable UUID changeReasonId,
        @Nullable String changeCode,
        String system) {

    public RecordDecision {
        if (outcome == Outcome.RESTRICT_STORAGE_ONLY && until == null) {
            throw new IllegalArgumentException("Record " + recordId + " is to be kept without a last day");
        }
    }

    public boolean erases() {
        return outcome == Outcome.DELETE_NOW || outcome == Outcome.ANONYMISE;
    }

    public boolean isOpen() {
        return outcome == Outcome.OFFICER_DECIDES;
    }

    public boolean isChanged() {
        return changedBy != null;
    }

    /** A request that is refused as a whole changes nothing about its records: neither erased nor stored only. */
    public boolean refusedWithTheWhole(SubjectRequest request) {
        return request.refusalCode() != null && outcome != Outcome.HELD;
    }

    /** Whether a person erases what the rules would have kept; nobody does that alone. */
    public boolean erasesAgainstTheRules() {
        return isChanged() && erases() && proposed.outcome() == Outcome.REFUSE;
    }

    /** The coded reason for the letter; null where the record is erased. */
    public @Nullable String refusalCode() {
        return isChanged() ? changeCode : proposed.refusalCode();
    }

    /** The decision as a person changed it. A sealed record cannot be decided otherwise until its seal is lifted. */
    public RecordDecision changed(
            Outcome to, @Nullable LocalDate lastDay, UUID by, UUID reasonId, @Nullable String code) {
        if (outcome == Outcome.HELD || to == Outcome.HELD || to == Outcome.OFFICER_DECIDES) {
            throw new IllegalArgumentException(
                    "Record " + recordId + " cannot be changed from " + outcome + " to " + to);
        }
        return new RecordDecision(
                recordId,
                subjectId,
                branchId,
                category,
                classification,
                dealType,
                dealYear,
                proposed,
                to,
                to == Outcome.RESTRICT_STORAGE_ONLY ? lastDay : null,
                by,
                reasonId,
                code,
                system);
    }
}
