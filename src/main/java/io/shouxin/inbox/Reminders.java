package io.shouxin.inbox;

import java.time.LocalDate;
import java.util.List;

/** What the inbox reminds of besides tasks; implemented by the module whose matter it is. */
public interface Reminders {

    /**
     * @param words what is to be done, in the reader's language and without a name
     * @param address the page on which it is done
     * @param day on which it was or is due
     */
    record Reminder(String words, String address, LocalDate day) {}

    /** The actor's own, the oldest first. */
    List<Reminder> mine();
}
