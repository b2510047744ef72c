package io.shouxin.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the answer to a deletion request says (law.md C-3). Words given here are in the letter's language.
 *
 * @param verification null for a draft: it is marked as one on every page, and there is nothing to check
 * @param addressee the name and form of address, such as 王女士
 * @param opening as whom the addressee asked, where it is not about their own data; null else
 * @param items the decisions, one by one; empty where nothing was decided
 * @param reasons the reasons of whatever is kept or refused
 * @param missingProof what was asked for and did not come
 * @param note free text of the officer, null if none; very long text is cut and says so
 */
public record LetterContent(
        Letterhead letterhead,
        @Nullable Verification verification,
        LetterKind kind,
        String addressee,
        @Nullable String opening,
        CaseFacts facts,
        List<LetterItem> items,
        List<LetterReason> reasons,
        List<String> missingProof,
        @Nullable String note,
        Remedies remedies) {

    private static final Set<LetterKind> REFUSALS =
            EnumSet.of(LetterKind.REFUSED, LetterKind.PERIOD_OVER_KEPT, LetterKind.NO_AUTHORITY);

    /** To somebody who asked for themselves. */
    public LetterContent(
            Letterhead letterhead,
            @Nullable Verification verification,
            LetterKind kind,
            String addressee,
            CaseFacts facts,
            List<LetterItem> items,
            List<LetterReason> reasons,
            List<String> missingProof,
            @Nullable String note,
            Remedies remedies) {
        this(letterhead, verification, kind, addressee, null, facts, items, reasons, missingProof, note, remedies);
    }

    public LetterContent {
        Required.text("addressee", addressee);
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
        missingProof = List.copyOf(missingProof);
        if (REFUSALS.contains(kind) && reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal gives its reasons (PIPL 50)");
        }
        if ((kind == LetterKind.SOMETHING_KEPT || kind == LetterKind.PERIOD_OVER_PARTLY) && items.isEmpty()) {
            throw new IllegalArgumentException("a letter that keeps something names what is kept");
        }
    }
}
