package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 核对客户上传的材料: a file proves nothing by itself. A clerk says whether it does; the clock runs meanwhile. */
@Component
class SeeProofTask extends CaseTask {

    private enum Outcome {
        PROOF_SEEN,
        NOT_ENOUGH
    }

    private final Requests requests;
    private final ProofSight sight;
    private final SeenProof seen;
    private final CaseTexts texts;
    private final CaseEvents events;

    SeeProofTask(
            Requests requests, Clocks clocks, ProofSight sight, SeenProof seen, CaseTexts texts, CaseEvents events) {
        super(requests, clocks);
        this.requests = requests;
        this.sight = sight;
        this.seen = seen;
        this.texts = texts;
        this.events = events;
    }

    @Override
    public String key() {
        return "see-proof";
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /** Fields: {@code outcome}; {@code text}: what was seen (PROOF_SEEN), or what is missing, in words for the client (NOT_ENOUGH). */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        Outcome outcome = constant(Outcome.class, fields, "outcome");
        String text = required(fields, "text");
        requests.lock(id);
        if (outcome == Outcome.NOT_ENOUGH) {
            texts.add(id, CaseText.Kind.PROOF_NOT_ENOUGH, text, actor.id());
            events.add(id, CaseEvent.Kind.PROOF_NOT_ENOUGH, actor, null);
            sight.judge(id, ProofFile.Judgement.NOT_ENOUGH);
        } else if (sight.isPossible(id)) {
            seen.note(id, ProofMethod.SEEN_AS_FILE, text, actor);
        } else {
            throw new InvalidInput("/outcome", "request.error.proofShut");
        }
        return Map.of("outcome", outcome.name());
    }
}
