package io.shouxin.deadline.internal;

import io.shouxin.deadline.CalendarDay;
import io.shouxin.deadline.Calendars;
import io.shouxin.deadline.WorkingCalendar;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads holiday notices and has the open clocks counted again in the same transaction. */
@Service
@Transactional
class JdbcCalendars implements Calendars {

    private static final String LOADED_BY_A_PERSON = "";

    private final CalendarStore calendars;
    private final ClockRecount recount;
    private final Clock clock;

    JdbcCalendars(CalendarStore calendars, ClockRecount recount, Clock clock) {
        this.calendars = calendars;
        this.recount = recount;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public WorkingCalendar current() {
        return calendars.read();
    }

    @Override
    public int load(int year, Collection<CalendarDay> days, String source) {
        calendars.lockForChange();
        return replace(year, days, source, LOADED_BY_A_PERSON);
    }

    /** Loads a year that the product ships, unless it is loaded already or a person has loaded it. */
    boolean loadShipped(int year, Collection<CalendarDay> days, String source, String digest) {
        calendars.lockForChange();
        String loaded = calendars.digest(year).orElse(null);
        if (loaded != null && (loaded.equals(LOADED_BY_A_PERSON) || loaded.equals(digest))) {
            return false;
        }
        replace(year, days, source, digest);
        return true;
    }

    private int replace(int year, Collection<CalendarDay> days, String source, String digest) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("the holiday notice of " + year + " has no days");
        }
        for (CalendarDay day : days) {
            if (day.day().getYear() != year) {
                throw new IllegalArgumentException(day.day() + " does not belong to the notice of " + year);
            }
        }
        calendars.replace(year, days, source, digest, clock.instant());
        return recount.recountOpen(calendars.read());
    }
}
