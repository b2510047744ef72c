package io.shouxin.deadline.internal;

import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.WorkingCalendar;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The shipped calendar for tests, whole or with years left out as if their notice were not out. */
public final class ShippedCalendars {

    private ShippedCalendars() {}

    public static WorkingCalendar all() {
        return without();
    }

    public static WorkingCalendar without(int... years) {
        return with(List.of(), years);
    }

    /** The shipped calendar with the days of one more notice. */
    public static WorkingCalendar with(List<CalendarDay> more, int... withoutYears) {
        Set<Integer> left = IntStream.of(withoutYears).boxed().collect(Collectors.toSet());
        List<CalendarDay> days = Stream.concat(
                        ShippedCalendar.read().values().stream().flatMap(List::stream), more.stream())
                .filter(day -> !left.contains(day.day().getYear()))
                .toList();
        Set<Integer> years = new TreeSet<>();
        days.forEach(day -> years.add(day.day().getYear()));
        return new WorkingCalendar(days, years);
    }
}
