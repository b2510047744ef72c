package io.shouxin.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one category of data (C-3: decided one by one).
 *
 * @param category the category in plain words
 * @param records how many records it covers
 * @param ground why, in one sentence; empty only for what is deleted. For anti-money-laundering records name the
 *     retention duty and nothing else: reports of suspicion are confidential (AML 35)
 * @param legalSource the article that carries it, may be empty
 * @param keptUntil the last day of keeping, if known; none for what is deleted
 * @param reviewOn the day on which the decision is looked at again, if any
 */
public record LetterItem(
        String category,
        int records,
        ItemOutcome outcome,
        String ground,
        String legalSource,
        @Nullable LocalDate keptUntil,
        @Nullable LocalDate reviewOn) {

    public LetterItem {
        Required.text("category", category);
        Required.count("records", records);
        boolean gone = outcome == ItemOutcome.DELETED || outcome == ItemOutcome.ANONYMISED;
        if (!gone) {
            Required.text("ground", ground);
        } else if (keptUntil != null) {
            throw new IllegalArgumentException("What is deleted is not kept until " + keptUntil);
        }
    }

    public boolean isGone() {
        return outcome == ItemOutcome.DELETED || outcome == ItemOutcome.ANONYMISED;
    }
}
