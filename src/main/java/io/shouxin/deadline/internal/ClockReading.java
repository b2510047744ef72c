package io.shouxin.deadline.internal;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.ClockView;
import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DueDate;
import io.shouxin.deadline.Pause;
import io.shouxin.deadline.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads a stored clock on a day: what is left, what is used, how late it is.
 *
 * @param lead how many working days the internal date lies before the due date
 */
record ClockReading(WorkingCalendar calendar, LocalDate today, int lead) {

    ClockView view(ClockRow row, List<Pause> pauses) {
        DueDate due = row.due();
        return due == null ? waiting(row, pauses) : dated(row, pauses, due.on(), asOf(row));
    }

    private LocalDate asOf(ClockRow row) {
        LocalDate stopped = row.stoppedOn();
        return row.state() == ClockState.STOPPED && stopped != null ? stopped : today;
    }

    /** What an open pause keeps from being reached is read as on the last day before the pause. */
    private ClockView waiting(ClockRow row, List<Pause> pauses) {
        List<Pause> ended = pauses.stream()
                .map(pause -> pause.isOpen() ? pause.until(pause.pausedOn()) : pause)
                .toList();
        LocalDate eve = pauses.stream()
                .filter(Pause::isOpen)
                .map(pause -> pause.pausedOn().minusDays(1))
                .findFirst()
                .orElse(today);
        LocalDate asOf = eve.isBefore(row.receivedOn()) ? row.receivedOn() : eve;
        Optional<DueDate> unpaused = new DeadlineCount(calendar).due(row.receivedAt(), row.rule(), ended);
        ClockView view = dated(row, ended, unpaused.map(DueDate::on).orElse(asOf), asOf);
        return new ClockView(
                row.caseId(),
                row.requestType(),
                row.receivedAt(),
                row.rule(),
                null,
                null,
                row.state(),
                pauses,
                asOf,
                view.workingDaysLeft(),
                view.percentUsed(),
                0,
                0);
    }

    private ClockView dated(ClockRow row, List<Pause> pauses, LocalDate due, LocalDate asOf) {
        DeadlineCount count = new DeadlineCount(calendar);
        int total = count.countedWorkingDays(row.receivedOn(), due, pauses);
        int left = count.countedWorkingDays(asOf, due, pauses);
        boolean over = asOf.isAfter(due);
        return new ClockView(
                row.caseId(),
                row.requestType(),
                row.receivedAt(),
                row.rule(),
                row.due(),
                row.due() == null ? null : count.workBy(row.receivedOn(), due, lead, pauses),
                row.state(),
                pauses,
                asOf,
                left,
                total == 0 ? 100 : (total - Math.min(left, total)) * 100 / total,
                over ? calendar.workingDaysBetween(due, asOf) : 0,
                over ? (int) ChronoUnit.DAYS.between(due, asOf) : 0);
    }
}
