package io.shouxin.deadline.internal;

import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DueDate;
import io.shouxin.deadline.DueDateMoved;
import io.shouxin.deadline.DueDateMoved.Cause;
import io.shouxin.deadline.Pause;
import io.shouxin.deadline.WorkingCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Counts stored due dates and warning days again and tells of those that moved. */
@Component
class ClockRecount {

    private final ClockStore clocks;
    private final WarningStore warnings;
    private final ApplicationEventPublisher events;

    ClockRecount(ClockStore clocks, WarningStore warnings, ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.warnings = warnings;
        this.events = events;
    }

    /** Counts every clock that is not stopped and returns how many dates moved. */
    int recountOpen(WorkingCalendar calendar) {
        List<ClockRow> open = clocks.lockOpen();
        Map<UUID, List<Pause>> pauses =
                clocks.pauses(open.stream().map(ClockRow::caseId).toList());
        int moved = 0;
        for (ClockRow row : open) {
            ClockRow counted =
                    store(row, pauses.getOrDefault(row.caseId(), List.of()), calendar, Cause.CALENDAR_LOADED);
            if (!Objects.equals(counted.dueOn(), row.dueOn())) {
                moved++;
            }
        }
        return moved;
    }

    /** What {@link #recountOpen} would move, the nearest date first; nothing is stored. */
    List<DueDateMoved> wouldMove(WorkingCalendar calendar) {
        List<ClockRow> open = clocks.open();
        Map<UUID, List<Pause>> pauses =
                clocks.pauses(open.stream().map(ClockRow::caseId).toList());
        DeadlineCount count = new DeadlineCount(calendar);
        return open.stream()
                .map(row -> new DueDateMoved(
                        row.caseId(),
                        row.dueOn(),
                        count.due(row.receivedAt(), row.rule(), pauses.getOrDefault(row.caseId(), List.of()))
                                .map(DueDate::on)
                                .orElse(null),
                        Cause.CALENDAR_LOADED))
                .filter(moved -> !Objects.equals(moved.from(), moved.to()))
                .toList();
    }

    /** Counts a locked row, stores it with its warnings, and publishes the date if it moved. */
    ClockRow store(ClockRow row, List<Pause> pauses, WorkingCalendar calendar, Cause cause) {
        DeadlineCount count = new DeadlineCount(calendar);
        DueDate due = count.due(row.receivedAt(), row.rule(), pauses).orElse(null);
        ClockRow counted = row.due(due);
        clocks.update(counted);
        schedule(counted, count, pauses);
        announce(row.caseId(), row.dueOn(), counted.dueOn(), cause);
        return counted;
    }

    /** Sets the warning days of a counted clock. */
    void schedule(ClockRow row, DeadlineCount count, List<Pause> pauses) {
        Map<Integer, LocalDate> firesOn = new HashMap<>();
        LocalDate due = row.dueOn();
        if (due != null) {
            WarningStore.PERCENTS.forEach(
                    percent -> firesOn.put(percent, count.reached(percent, row.receivedOn(), due, pauses)));
        }
        warnings.schedule(row.caseId(), firesOn);
    }

    void announce(UUID caseId, @Nullable LocalDate from, @Nullable LocalDate to, Cause cause) {
        if (!Objects.equals(from, to)) {
            events.publishEvent(new DueDateMoved(caseId, from, to, cause));
        }
    }
}
