package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.shouxin.request.OpenClaims;
import io.shouxin.retention.RetentionDecision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when a record may be kept by hand.
 *
 * @param today after which it must lie
 * @param longest the longest that any rule keeps a record, from today
 */
record KeepingDays(LocalDate today, LocalDate longest) {

    /** Marks the field if its day is missing, past, or beyond what one claim may keep. */
    void check(FieldChecks checks, DatePicker until, RetentionDecision proposed) {
        LocalDate day = until.getValue();
        OpenClaims.keptAtMost(proposed, today)
                .filter(review -> day != null && day.isAfter(review))
                .ifPresentOrElse(
                        review -> checks.require(
                                false, until, "/until", "request.error.untilAfterReview", review.toString()),
                        () -> check(checks, until, proposed.until()));
    }

    /** Marks the field if its day is missing, past, or beyond every rule and the record's own. */
    void check(FieldChecks checks, DatePicker until, @Nullable LocalDate own) {
        LocalDate day = until.getValue();
        if (day == null || !day.isAfter(today)) {
            checks.require(false, until, "/until", "request.error.untilMissing");
        } else {
            boolean right = !day.isAfter(longest) || day.equals(own);
            checks.require(right, until, "/until", "request.error.untilTooLate", longest.toString());
        }
    }
}
