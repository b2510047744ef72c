package io.shouxin.request.internal;

import io.shouxin.deadline.DueDateMoved;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into a case that a holiday notice moved its date, in the transaction that moves it. */
@Component
class RecountedDates {

    private final Requests requests;
    private final CaseEvents events;
    private final EvidenceLog evidence;

    RecountedDates(Requests requests, CaseEvents events, EvidenceLog evidence) {
        this.requests = requests;
        this.events = events;
        this.evidence = evidence;
    }

    @EventListener
    void write(DueDateMoved moved) {
        RequestId id = new RequestId(moved.caseId());
        if (moved.cause() != DueDateMoved.Cause.CALENDAR_LOADED
                || requests.find(id).isEmpty()) {
            return;
        }
        events.add(id, CaseEvent.Kind.DUE_MOVED, Actor.SYSTEM, text(moved.to()));
        evidence.append(EvidenceEvent.of(EvidenceKind.CLOCK_RECOUNTED, Actor.SYSTEM)
                .caseId(moved.caseId())
                .detail("from", text(moved.from()))
                .detail("to", text(moved.to()))
                .build());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : Objects.toString(day);
    }
}
