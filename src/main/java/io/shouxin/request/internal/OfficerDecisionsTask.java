package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The privacy officer decides what the rules leave open: strength B, a missing date, a period no law states. */
@Component
class OfficerDecisionsTask extends CaseTask {

    private final DecisionRows decisions;
    private final DecisionChanges changes;
    private final CaseEvents events;

    OfficerDecisionsTask(
            Requests requests, Clocks clocks, DecisionRows decisions, DecisionChanges changes, CaseEvents events) {
        super(requests, clocks);
        this.decisions = decisions;
        this.changes = changes;
        this.events = events;
    }

    @Override
    public String key() {
        return "officer-decisions";
    }

    @Override
    public Role candidate() {
        return Role.PRIVACY_OFFICER;
    }

    /** Fields: {@code decisions} with one entry for each open record. */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        changes.apply(id, fields.get("decisions"), actor);
        long open = decisions.of(id).stream().filter(RecordDecision::isOpen).count();
        if (open > 0) {
            throw new InvalidInput("/decisions", "request.error.stillOpen", open);
        }
        events.add(id, CaseEvent.Kind.OFFICER_DECIDED, actor, null);
        return Map.of("outcome", "DECIDED");
    }
}
