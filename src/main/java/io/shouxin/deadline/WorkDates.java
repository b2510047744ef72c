package io.shouxin.deadline;

/**
 * The internal date of a case: the firm means to be done some working days before the law's last day, so that an absence or a
 * question does not cost the promise. The law's date alone is promised, warned of and escalated.
 */
public interface WorkDates {

    int MOST_DAYS = 10;

    /** How many working days before the law's last day; 0 where both are the same. */
    int lead();

    /**
     * Changes it for every open case at once; who did it is logged.
     *
     * @throws io.shouxin.shared.InvalidInput unless it is from 0 to {@value #MOST_DAYS}
     * @throws io.shouxin.shared.AccessRefused if the actor does not keep the calendar
     */
    void change(int workingDays);
}
