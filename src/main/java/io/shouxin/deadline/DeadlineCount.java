package io.shouxin.deadline;

import io.shouxin.deadline.DueDate.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts an answer's last day as 民法典 200–204 count periods: the day of receipt is not counted, a calendar period
 * that ends on a closed day ends on the next working day, and no day of a pause is counted in either limb.
 *
 * <p>A date that is reached through a year without a holiday notice may come out too late, because the notice may turn
 * weekends into working days. It is therefore taken {@value #PROVISIONAL_DEDUCTION} working days earlier: the notices for
 * 2024 to 2026 would have moved no date further than three days. It never moves before the last working day that is
 * certain, which is known to come too early.
 */
public final class DeadlineCount {

    /** Working days taken off a date that is counted through an unpublished year. */
    public static final int PROVISIONAL_DEDUCTION = 3;

    private static final int HORIZON_DAYS = 20_000;

    private final WorkingCalendar calendar;

    public DeadlineCount(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The China date on which something arrived; all of that date belongs to it, to the last minute. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(WorkingCalendar.CHINA).toLocalDate();
    }

    /**
     * The last day for the answer, or empty while an open pause keeps it from being reached. A pause that opens after
     * the last day does not take that day back.
     */
    public Optional<DueDate> due(Instant receivedAt, DeadlineRule rule, List<Pause> pauses) {
        LocalDate received = dayOf(receivedAt);
        LocalDate working = rule.workingDays() == 0 ? null : workingLimb(received, rule.workingDays(), pauses);
        LocalDate raw = rule.calendarDays() == 0 ? null : calendarLimb(received, rule.calendarDays(), pauses);
        LocalDate rolled = raw == null ? null : nextCountedWorkingDay(raw, pauses);
        Limb limb = earlier(working, rolled);
        LocalDate counted = limb == Limb.WORKING_DAYS ? working : rolled;
        if (counted == null) {
            return Optional.empty();
        }
        LocalDate unpublished = firstUnpublishedDay(received, counted);
        LocalDate on = unpublished == null ? counted : deduct(received, counted, unpublished, pauses);
        LocalDate last = on;
        int pausedDays = pauses.stream()
                .mapToInt(pause -> pause.daysWithin(received, last))
                .sum();
        boolean moved = raw != null && rolled != null && !raw.equals(rolled);
        return Optional.of(new DueDate(
                on,
                limb,
                unpublished != null,
                new Explanation(
                        received, rule.workingDays(), rule.calendarDays(), working, rolled, moved, pausedDays)));
    }

    /** How many working days outside the pauses lie after {@code after}, up to and including {@code until}. */
    public int countedWorkingDays(LocalDate after, LocalDate until, List<Pause> pauses) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isCountedWorkingDay(day, pauses)) {
                count++;
            }
        }
        return count;
    }

    /** The day on which {@code percent} of the counted working days from receipt to {@code due} are used. */
    public LocalDate reached(int percent, LocalDate received, LocalDate due, List<Pause> pauses) {
        int total = countedWorkingDays(received, due, pauses);
        int share = Math.max(1, (total * percent + 99) / 100);
        LocalDate day = total == 0 ? null : workingLimb(received, share, pauses);
        return day == null || day.isAfter(due) ? due : day;
    }

    /** So many counted working days before {@code due}, but not before the first day after receipt. */
    public LocalDate workBy(LocalDate received, LocalDate due, int lead, List<Pause> pauses) {
        LocalDate by = due;
        LocalDate day = due;
        int left = lead;
        while (left > 0) {
            day = day.minusDays(1);
            if (!day.isAfter(received)) {
                break;
            }
            if (isCountedWorkingDay(day, pauses)) {
                by = day;
                left--;
            }
        }
        return by;
    }

    private @Nullable LocalDate workingLimb(LocalDate received, int count, List<Pause> pauses) {
        LocalDate day = received;
        for (int counted = 0; counted < count; counted++) {
            LocalDate next = nextCountedWorkingDay(day.plusDays(1), pauses);
            if (next == null) {
                return null;
            }
            day = next;
        }
        return day;
    }

    private static @Nullable LocalDate calendarLimb(LocalDate received, int count, List<Pause> pauses) {
        LocalDate day = received;
        int counted = 0;
        while (counted < count) {
            day = day.plusDays(1);
            if (isOpenEnded(day, pauses)) {
                return null;
            }
            if (!isPaused(day, pauses)) {
                counted++;
            }
        }
        return day;
    }

    private @Nullable LocalDate nextCountedWorkingDay(LocalDate from, List<Pause> pauses) {
        LocalDate limit = from.plusDays(HORIZON_DAYS);
        for (LocalDate day = from; day.isBefore(limit); day = day.plusDays(1)) {
            if (isOpenEnded(day, pauses)) {
                return null;
            }
            if (isCountedWorkingDay(day, pauses)) {
                return day;
            }
        }
        throw new IllegalStateException("the working calendar has no working day in the years after " + from);
    }

    private LocalDate deduct(LocalDate received, LocalDate counted, LocalDate unpublished, List<Pause> pauses) {
        LocalDate first = nextCountedWorkingDay(received.plusDays(1), pauses);
        LocalDate day = counted;
        int deducted = 0;
        while (deducted < PROVISIONAL_DEDUCTION && (first == null || day.isAfter(first))) {
            day = day.minusDays(1);
            if (isCountedWorkingDay(day, pauses)) {
                deducted++;
                if (day.isBefore(unpublished)) {
                    break;
                }
            }
        }
        return day;
    }

    private @Nullable LocalDate firstUnpublishedDay(LocalDate received, LocalDate until) {
        LocalDate first = received.plusDays(1);
        for (int year = first.getYear(); year <= until.getYear(); year++) {
            if (!calendar.isPublished(year)) {
                return year == first.getYear() ? first : LocalDate.of(year, 1, 1);
            }
        }
        return null;
    }

    private boolean isCountedWorkingDay(LocalDate day, List<Pause> pauses) {
        return calendar.isWorkingDay(day) && !isPaused(day, pauses);
    }

    private static boolean isPaused(LocalDate day, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> pause.covers(day));
    }

    private static boolean isOpenEnded(LocalDate day, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> pause.isOpen() && pause.covers(day));
    }

    private static Limb earlier(@Nullable LocalDate working, @Nullable LocalDate calendar) {
        return working == null || (calendar != null && calendar.isBefore(working))
                ? Limb.CALENDAR_DAYS
                : Limb.WORKING_DAYS;
    }
}
