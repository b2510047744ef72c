package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The client owes proof of identity or an answer; a clerk may record what reached them otherwise. Who only answers a question was
 * recognised before it was asked and need not be again.
 */
@Component
class AwaitProofTask extends CaseTask {

    private final Requests requests;
    private final SeenProof seen;

    AwaitProofTask(Requests requests, Clocks clocks, SeenProof seen) {
        super(requests, clocks);
        this.requests = requests;
        this.seen = seen;
    }

    @Override
    public String key() {
        return "await-proof";
    }

    @Override
    String label(SubjectRequest request) {
        return request.proofDemanded() ? "await-answer" : key();
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /** Fields: where a question waits, {@code text}, the client's answer; else, or with a {@code method}, {@link SeenProof#note}. */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        if (requests.get(id).proofDemanded() && optional(fields, "method").isBlank()) {
            seen.noteAnswer(id, required(fields, "text"), actor);
        } else {
            seen.note(caseId, fields, actor);
        }
        return Map.of("outcome", "PROOF_SEEN");
    }
}
