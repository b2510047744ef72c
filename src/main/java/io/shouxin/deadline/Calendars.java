package io.shouxin.deadline;

import java.util.Collection;

/** The working calendar as the firm has loaded it. */
public interface Calendars {

    /** The calendar as it is in the database now. */
    WorkingCalendar current();

    /**
     * Takes in the holiday notice of a year in place of what was loaded for it, and counts every open clock again.
     *
     * @param source where the days come from, such as the number of the notice
     * @return how many due dates moved
     */
    int load(int year, Collection<CalendarDay> days, String source);
}
