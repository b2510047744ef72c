package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * 给客户回电核验: the firm owes the client a call at the number on file, within the time for the answer. Only a call that was made and
 * written down leaves the next move to the client.
 */
@Component
class CallClientTask extends CaseTask {

    private enum Outcome {
        PROOF_SEEN,
        NOT_REACHED
    }

    private final Requests requests;
    private final SeenProof seen;
    private final CaseTexts texts;
    private final CaseEvents events;

    CallClientTask(Requests requests, Clocks clocks, SeenProof seen, CaseTexts texts, CaseEvents events) {
        super(requests, clocks);
        this.requests = requests;
        this.seen = seen;
        this.texts = texts;
        this.events = events;
    }

    @Override
    public String key() {
        return "call-client";
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /**
     * Fields: {@code outcome}; with PROOF_SEEN as {@link SeenProof#note}, with NOT_REACHED {@code text} (when was called, and what
     * came of it).
     */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        Outcome outcome = constant(Outcome.class, fields, "outcome");
        if (outcome == Outcome.PROOF_SEEN) {
            seen.note(caseId, fields, actor);
        } else {
            noteCall(new RequestId(caseId), required(fields, "text"), actor);
        }
        return Map.of("outcome", outcome.name());
    }

    private void noteCall(RequestId id, String text, Actor actor) {
        SubjectRequest request = requests.lock(id);
        request.callFailed();
        requests.update(request);
        texts.add(id, CaseText.Kind.CALL_FAILED, text, actor.id());
        events.add(id, CaseEvent.Kind.CALL_FAILED, actor, null);
    }
}
