package io.shouxin.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of an answer, with what is needed to tell a person how it was counted.
 *
 * @param provisional whether a year without a holiday notice was counted through; recounted when the year is loaded
 */
public record DueDate(LocalDate on, Limb decidedBy, boolean provisional, Explanation explanation) {

    /**
     * The parts of the sentence that explains a date, see {@link DeadlineTexts#explanation}.
     *
     * @param workingLimbOn where the working days alone would end, before any provisional deduction
     * @param calendarLimbOn where the calendar days alone would end, rolled off a closed day
     * @param rolled whether the calendar limb was moved off a closed day
     * @param pausedDays days between receipt and due date on which the clock stood still
     */
    public record Explanation(
            LocalDate receivedOn,
            int workingDays,
            int calendarDays,
            @Nullable LocalDate workingLimbOn,
            @Nullable LocalDate calendarLimbOn,
            boolean rolled,
            int pausedDays) {}
}
