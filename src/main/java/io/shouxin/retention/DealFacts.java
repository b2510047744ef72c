package io.shouxin.retention;

import io.shouxin.shared.Sector;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal that a record belongs to, or another deal of the same person.
 *
 * @param endedOn the clock's start, which may lie in the future; null where nobody wrote it down
 * @param running whether the firm knows that the contract is still being performed, for contracts without an end date
 */
public record DealFacts(
        Sector sector,
        DealType type,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        boolean running) {

    public static DealFacts none(Sector sector) {
        return new DealFacts(sector, DealType.NONE, null, null, false);
    }

    /** On the last day of a contract it still runs. */
    boolean runsOn(LocalDate day) {
        return endedOn == null ? running : !endedOn.isBefore(day);
    }
}
