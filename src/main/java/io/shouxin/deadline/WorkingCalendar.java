package io.shouxin.deadline;

import io.shouxin.deadline.CalendarDay.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The working days of mainland China: Monday to Friday as changed by the yearly holiday notice. A year whose notice is
 * not out is Monday to Friday; what such a year does to a date is decided by {@link DeadlineCount}.
 */
public final class WorkingCalendar {

    private final Map<LocalDate, Kind> exceptions;
    private final Set<Integer> publishedYears;

    public WorkingCalendar(Collection<CalendarDay> days, Set<Integer> publishedYears) {
        Map<LocalDate, Kind> byDay = new HashMap<>();
        days.forEach(day -> byDay.put(day.day(), day.kind()));
        this.exceptions = Map.copyOf(byDay);
        this.publishedYears = Set.copyOf(publishedYears);
    }

    public boolean isPublished(int year) {
        return publishedYears.contains(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        Kind exception = exceptions.get(day);
        if (exception != null) {
            return exception == Kind.WORKDAY;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
    }

    /** The day itself if it is worked, or else the first working day after it (民法典 203). */
    public LocalDate nextWorkingDayOnOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The {@code count}-th working day after {@code day}, which itself is not counted (民法典 201). */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("working days to add must be positive: " + count);
        }
        LocalDate last = day;
        for (int counted = 0; counted < count; counted++) {
            last = nextWorkingDayOnOrAfter(last.plusDays(1));
        }
        return last;
    }

    /** How many working days lie after {@code after}, up to and including {@code until}. */
    public int workingDaysBetween(LocalDate after, LocalDate until) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
