package io.shouxin.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the firm waits for the client: the day of the pause is not counted any more, the day of the
 * resumption is counted again.
 *
 * @param resumedOn null while the pause lasts
 * @param reason a code, never text about a person
 */
public record Pause(LocalDate pausedOn, @Nullable LocalDate resumedOn, String reason) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public Pause {
        if (resumedOn != null && resumedOn.isBefore(pausedOn)) {
            throw new IllegalArgumentException("pause of " + pausedOn + " ends before it begins: " + resumedOn);
        }
        if (!CODE.matcher(reason).matches()) {
            throw new IllegalArgumentException("the reason of a pause is a code in capital letters");
        }
    }

    public boolean isOpen() {
        return resumedOn == null;
    }

    /** Whether the clock stands still on {@code day}. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(pausedOn) && (resumedOn == null || day.isBefore(resumedOn));
    }

    /** The same pause, ended on {@code day}. */
    public Pause until(LocalDate day) {
        return new Pause(pausedOn, day, reason);
    }

    /** How many of its days lie after {@code after}, up to and including {@code until}. */
    int daysWithin(LocalDate after, LocalDate until) {
        LocalDate first = pausedOn.isAfter(after) ? pausedOn : after.plusDays(1);
        LocalDate end = resumedOn == null || resumedOn.isAfter(until) ? until.plusDays(1) : resumedOn;
        return (int) Math.max(0, ChronoUnit.DAYS.between(first, end));
    }
}
