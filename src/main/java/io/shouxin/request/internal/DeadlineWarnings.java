package io.shouxin.request.internal;

import io.shouxin.deadline.DeadlineWarning;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into a case, where it is a request, how much of its time is used up, in the transaction that marks the warning sent. */
@Component
class DeadlineWarnings {

    private final Requests requests;
    private final CaseEvents events;
    private final EvidenceLog evidence;

    DeadlineWarnings(Requests requests, CaseEvents events, EvidenceLog evidence) {
        this.requests = requests;
        this.events = events;
        this.evidence = evidence;
    }

    @EventListener
    void write(DeadlineWarning warning) {
        RequestId id = new RequestId(warning.caseId());
        if (requests.find(id).isPresent()) {
            events.add(id, CaseEvent.Kind.DEADLINE_WARNED, Actor.SYSTEM, Integer.toString(warning.percent()));
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.CLOCK_WARNED, Actor.SYSTEM)
                .caseId(warning.caseId())
                .detail("percent", warning.percent())
                .build());
    }
}
