package io.shouxin.deadline;

import io.shouxin.shared.Role;
import java.util.List;
import java.util.Set;

/**
 * The yearly notice of the State Council's General Office on the arrangement of holidays, as a person of the firm brings it: checked
 * line by line, tried on the open cases, and taken over whole or not at all.
 */
public interface HolidayNotices {

    /** Who keeps the calendar. */
    Set<Role> KEEPERS = Set.of(Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

    /** The years that are loaded, newest first. */
    List<LoadedYear> years();

    /** The days of a year on which its notice departs from Monday to Friday. */
    List<CalendarDay> days(int year);

    /** The years whose notice can be loaded: notices come in the autumn before, and are changed in the year at the latest. */
    List<Integer> importable();

    /**
     * Reads and checks a notice in the format of the calendar that ships with the product: {@code date,kind,name}, where kind is
     * {@code holiday} or {@code workday}.
     *
     * @param file the bytes of the file, in UTF-8 or GB18030
     */
    NoticeCheck check(int year, byte[] file);

    /** The dates of open cases that this notice would move, the nearest first. Nothing is changed. */
    List<DueDateMoved> wouldMove(NoticeCheck notice);

    /**
     * Takes the notice over and counts every open case again; who did it is logged.
     *
     * @param source its number or address, for whoever checks it later
     * @return how many dates moved
     * @throws io.shouxin.shared.InvalidInput if it has findings or no source
     * @throws io.shouxin.shared.StateRefused if the year was loaded anew since the check
     * @throws io.shouxin.shared.AccessRefused if the actor does not keep the calendar
     */
    int takeOver(NoticeCheck notice, String source);
}
