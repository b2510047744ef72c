package io.shouxin.retention;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to a record and why, in a form that can be stored: codes, keys and dates.
 *
 * @param until the last day of keeping; for the officer, the day that the rule would give; null where there is none
 * @param ruleId the row that decided, null where none did
 * @param ground the ground of PIPL 47(1) on which the request stands, e.g. {@code 47(1)1}; null where none is met
 * @param textKey the sentence for the client
 * @param arguments of the sentences: ISO dates, keys of the bundles, or plain text; see {@link RetentionTexts}
 * @param alternatives names of the outcomes an officer may choose; storage needs a date where {@code until} is null
 * @param tableVersion of the retention table that was asked
 */
public record RetentionDecision(
        Outcome outcome,
        DecisionReason reason,
        @Nullable LocalDate until,
        @Nullable String ruleId,
        @Nullable Strength strength,
        @Nullable String source,
        @Nullable String certainty,
        @Nullable String ground,
        String textKey,
        List<String> arguments,
        List<String> alternatives,
        String tableVersion) {

    public RetentionDecision {
        arguments = List.copyOf(arguments);
        alternatives = List.copyOf(alternatives);
    }

    /** The coded reason for the letter (law.md §8 D3); null where nothing is kept or the officer has yet to decide. */
    public @Nullable String refusalCode() {
        return switch (outcome) {
            case RESTRICT_STORAGE_ONLY -> storedFor();
            case HELD -> "R5";
            case REFUSE -> "R13";
            case DELETE_NOW, ANONYMISE, OFFICER_DECIDES -> null;
        };
    }

    /**
     * The coded reason if a person keeps the record in this way; null where the rules give none for it, so that the person must.
     */
    public @Nullable String codeIfKept(Outcome as) {
        if (as == Outcome.RESTRICT_STORAGE_ONLY
                && (outcome == Outcome.RESTRICT_STORAGE_ONLY || outcome == Outcome.OFFICER_DECIDES)) {
            return storedFor();
        }
        return as == outcome ? refusalCode() : null;
    }

    /** Whether a law or administrative regulation (strength A) keeps the record, now or when its contract is over. */
    public boolean isKeptByLaw() {
        return outcome == Outcome.RESTRICT_STORAGE_ONLY || reason == DecisionReason.CONTRACT_RUNNING_THEN_LAW;
    }

    private String storedFor() {
        if (reason == DecisionReason.OPEN_CLAIM) {
            return "R14";
        }
        return strength == Strength.A ? "R3" : "R4";
    }
}
