package io.shouxin.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case's last day has changed, or has gone or come back with a pause.
 *
 * @param from the date until now, null if there was none
 * @param to the date from now on, null while paused
 */
public record DueDateMoved(
        UUID caseId, @Nullable LocalDate from, @Nullable LocalDate to, Cause cause) {

    /** Why the date moved. */
    public enum Cause {
        STARTED,
        PAUSED,
        RESUMED,
        REOPENED,
        CALENDAR_LOADED
    }
}
