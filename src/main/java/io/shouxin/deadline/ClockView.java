package io.shouxin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case's clock as it stands on a day.
 *
 * @param due null while a pause keeps the date from being reached: there is no date yet
 * @param workBy the internal date, on or before the due date; null where there is no due date
 * @param asOf the day for which the numbers hold: today, the last day before the pause, or the day of the stop
 * @param workingDaysLeft counted working days after {@code asOf} up to the due date; 0 on the due date itself
 * @param percentUsed 0 on the day of receipt, 100 on the due date and after it
 * @param overdueWorkingDays working days since the due date, 0 on a weekend right after it
 * @param overdueDays days of any kind since the due date
 */
public record ClockView(
        UUID caseId,
        String requestType,
        Instant receivedAt,
        DeadlineRule rule,
        @Nullable DueDate due,
        @Nullable LocalDate workBy,
        ClockState state,
        List<Pause> pauses,
        LocalDate asOf,
        int workingDaysLeft,
        int percentUsed,
        int overdueWorkingDays,
        int overdueDays) {

    public ClockView {
        pauses = List.copyOf(pauses);
    }

    public boolean isOverdue() {
        return overdueDays > 0;
    }

    /** Amber on the screens: the last fifth of the time, the last three working days, or from the internal date on. */
    public boolean isSoon() {
        return state == ClockState.RUNNING
                && !isOverdue()
                && (percentUsed >= 80 || workingDaysLeft <= 3 || (workBy != null && !asOf.isBefore(workBy)));
    }
}
