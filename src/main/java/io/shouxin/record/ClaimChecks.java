package io.shouxin.record;

import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.PlainText;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What may be written into the register of open claims; the database has the same rule for a reference. */
final class ClaimChecks {

    /** Letters, digits and strokes, so that no Chinese name gets in. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,39}");
    /** A telephone or identity number has more digits, however they are parted. */
    private static final Pattern SIX_DIGITS_AT_MOST = Pattern.compile("(?:\\D*\\d){0,6}\\D*");
    /** As firms number their matters: GZ-2026-0123. */
    private static final Pattern WITH_YEAR = Pattern.compile("[A-Za-z]{1,10}[./_-]?(?:19|20)\\d{2}[./_-]\\d{1,5}");

    private ClaimChecks() {}

    /** @throws InvalidInput naming the field that cannot be used */
    static void check(NewClaim wanted, LocalDate today) {
        if (!isNumber(wanted.reference())) {
            throw new InvalidInput("/reference", "record.claim.error.reference");
        }
        if (wanted.since().isAfter(today)) {
            throw new InvalidInput("/since", "record.claim.error.since");
        }
        reviewOn(wanted.reviewOn(), today);
        if ((wanted.deal() == null) == wanted.records().isEmpty()) {
            throw new InvalidInput("/concerns", "record.claim.error.concerns");
        }
        text("/note", wanted.note());
    }

    /** @throws InvalidInput if a claim cannot be looked at again on this day */
    static void reviewOn(LocalDate day, LocalDate today) {
        if (!day.isAfter(today) || day.isAfter(today.plus(Claims.LONGEST_UNTIL_REVIEW))) {
            throw new InvalidInput("/reviewOn", "record.claim.error.review", Claims.LONGEST_UNTIL_REVIEW.getMonths());
        }
    }

    /**
     * What somebody wrote, without blanks around it.
     *
     * @throws InvalidInput if nothing is left, or too much, or what no field of text may hold
     */
    static String text(String pointer, String text) {
        String clean = text.strip();
        PlainText.unkeepable(clean).ifPresent(place -> {
            throw new InvalidInput(pointer, "ui.text.unkeepable", place);
        });
        if (clean.isEmpty() || PlainText.length(clean) > Claims.LONGEST_NOTE) {
            throw new InvalidInput(pointer, "record.claim.error.text", Claims.LONGEST_NOTE);
        }
        return clean;
    }

    private static boolean isNumber(String reference) {
        return REFERENCE.matcher(reference).matches()
                && (SIX_DIGITS_AT_MOST.matcher(reference).matches()
                        || WITH_YEAR.matcher(reference).matches());
    }
}
