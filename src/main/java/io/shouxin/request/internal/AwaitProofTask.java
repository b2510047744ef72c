package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The client owes proof of identity or an answer; a clerk may record proof that reached them otherwise. */
@Component
class AwaitProofTask extends CaseTask {

    private final SeenProof seen;

    AwaitProofTask(Requests requests, Clocks clocks, SeenProof seen) {
        super(requests, clocks);
        this.seen = seen;
    }

    @Override
    public String key() {
        return "await-proof";
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /** Fields: as {@link SeenProof#note}. */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        seen.note(caseId, fields, actor);
        return Map.of("outcome", "PROOF_SEEN");
    }
}
