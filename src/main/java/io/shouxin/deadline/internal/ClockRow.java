package io.shouxin.deadline.internal;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.DeadlineCount;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code case_clock}. */
record ClockRow(
        UUID caseId,
        String requestType,
        String jurisdiction,
        Instant receivedAt,
        DeadlineRule rule,
        ClockState state,
        @Nullable LocalDate stoppedOn,
        @Nullable DueDate due) {

    LocalDate receivedOn() {
        return DeadlineCount.dayOf(receivedAt);
    }

    @Nullable LocalDate dueOn() {
        return due == null ? null : due.on();
    }

    ClockRow in(ClockState next, @Nullable LocalDate stopped) {
        return new ClockRow(caseId, requestType, jurisdiction, receivedAt, rule, next, stopped, due);
    }

    ClockRow due(@Nullable DueDate next) {
        return new ClockRow(caseId, requestType, jurisdiction, receivedAt, rule, state, stoppedOn, next);
    }
}
