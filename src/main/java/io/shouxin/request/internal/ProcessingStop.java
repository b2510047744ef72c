package io.shouxin.request.internal;

import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.Channel;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 停止处理: while a case is open, what it is about is stored and no more (PIPL 47). What comes back after a period of keeping stands
 * under that restriction still and needs none.
 */
@Component
class ProcessingStop {

    private final DecisionProposer proposer;
    private final Holds holds;
    private final CaseEvents events;

    ProcessingStop(DecisionProposer proposer, Holds holds, CaseEvents events) {
        this.proposer = proposer;
        this.holds = holds;
        this.events = events;
    }

    void of(SubjectRequest request) {
        UUID subject = request.subjectId();
        if (subject == null || request.channel() == Channel.CLOCK) {
            return;
        }
        List<HeldRecord> scope = proposer.scopeOf(subject, request);
        if (scope.isEmpty()) {
            return;
        }
        List<Hold> restrictions = request.categories() == null
                ? scope.stream()
                        .map(HeldRecord::subjectId)
                        .distinct()
                        .map(person -> restriction(request, person, null))
                        .toList()
                : scope.stream()
                        .map(record -> restriction(request, record.subjectId(), record.id()))
                        .toList();
        holds.place(restrictions, Actor.SYSTEM);
        events.addOnce(request.id(), CaseEvent.Kind.PROCESSING_STOPPED, Actor.SYSTEM, null);
    }

    private static Hold restriction(SubjectRequest request, UUID subject, @Nullable UUID record) {
        return new Hold(
                UUID.randomUUID(),
                HoldKind.RESTRICTION,
                subject,
                record,
                "DELETION_REQUESTED",
                "PIPL 44, 47(1)",
                request.id().value(),
                request.reference(),
                null);
    }
}
