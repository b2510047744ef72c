package io.shouxin.deadline;

import java.time.LocalDate;

/**
 * A day on which the yearly notice of the State Council's General Office departs from Monday to Friday.
 *
 * @param name the festival that the notice gives as the reason, such as 国庆节
 */
public record CalendarDay(LocalDate day, Kind kind, String name) {

    /** What the notice makes of the day. */
    public enum Kind {
        /** A closed day that would otherwise have been worked. */
        HOLIDAY,
        /** A Saturday or Sunday that is worked in exchange (调休). */
        WORKDAY
    }

    public CalendarDay {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a calendar day needs the name of its festival: " + day);
        }
    }
}
