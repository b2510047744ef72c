package io.shouxin.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The statutory clock of each case. Every change of a due date is published as {@link DueDateMoved} in the same
 * transaction; every change that the clock's state does not allow is refused with {@link io.shouxin.shared.StateRefused}.
 */
public interface Clocks {

    /** The jurisdiction of a request that names none: mainland China. */
    String CHINA = "CN";

    /** The only reason for which the statute lets a firm wait: the client owes proof. The table of deadlines has a row for it. */
    String CLIENT_PROOF = "CLIENT_PROOF";

    /** Starts the clock of a case under the rule for its type, from the true time of receipt. */
    default ClockView start(UUID caseId, String requestType, Instant receivedAt) {
        return start(caseId, requestType, CHINA, receivedAt);
    }

    ClockView start(UUID caseId, String requestType, String jurisdiction, Instant receivedAt);

    /** Stops counting from today on, today included. */
    ClockView pause(UUID caseId, String reason);

    /** Counts again from today on, today included. */
    ClockView resume(UUID caseId);

    /** Ends the clock: the case is answered or closed. */
    void stop(UUID caseId);

    /** As {@link #stop}, for a step that may run again after a crash: a clock that stands stays as it is. */
    void stopOnce(UUID caseId);

    /** Lets a stopped clock run again; the days in between are a pause. */
    ClockView reopen(UUID caseId);

    /** @throws io.shouxin.shared.NotFound if the case has no clock */
    ClockView view(UUID caseId);

    Optional<ClockView> find(UUID caseId);

    /** Only the state, which is cheaper than the view.
     *
     * @throws io.shouxin.shared.NotFound if the case has no clock
     */
    ClockState state(UUID caseId);

    /** Only the date by which the case must be answered; none while it cannot be known. */
    Optional<LocalDate> dueOn(UUID caseId);

    /** The clocks of many cases in three queries; a case without a clock is left out. */
    Map<UUID, ClockView> views(Collection<UUID> caseIds);

    /** Running clocks whose last day is before {@code day}, most urgent first. */
    List<ClockView> dueBefore(LocalDate day, int limit);

    /** The date that a request received then would be promised, for guide pages and checks before sending. */
    DueDate preview(String requestType, Instant receivedAt);

    /**
     * The {@code count}-th working day after {@code day}: how long the firm waits for a client's proof. A year without
     * a holiday notice counts as Monday to Friday, with nothing taken off, since that would cut the client's time.
     */
    LocalDate workingDaysAfter(LocalDate day, int count);
}
