package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records what reached a clerk: proof seen at the counter or heard when calling back at the number on file, or an answer. */
@Component
class SeenProof {

    private static final Set<ProofMethod> BY_STAFF = Set.of(ProofMethod.SEEN_AT_COUNTER, ProofMethod.CALLED_BACK);

    private final Requests requests;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final ProofSight sight;
    private final EvidenceLog evidence;

    SeenProof(Requests requests, CaseTexts texts, CaseEvents events, ProofSight sight, EvidenceLog evidence) {
        this.requests = requests;
        this.texts = texts;
        this.events = events;
        this.sight = sight;
        this.evidence = evidence;
    }

    /** Fields: {@code method} (SEEN_AT_COUNTER or CALLED_BACK), {@code text} (what was seen or said). */
    void note(UUID caseId, Map<String, Object> fields, Actor actor) {
        ProofMethod method = CaseTask.constant(ProofMethod.class, fields, "method");
        if (!BY_STAFF.contains(method)) {
            throw new InvalidInput("/method", "request.error.proofByStaffOnly");
        }
        note(new RequestId(caseId), method, CaseTask.required(fields, "text"), actor);
    }

    /** Whoever vouches for the client has seen what was handed in by then too. */
    void note(RequestId id, ProofMethod method, String text, Actor actor) {
        SubjectRequest request = requests.lock(id);
        request.recognise(method);
        requests.update(request);
        sight.judge(id, ProofFile.Judgement.ACCEPTED);
        texts.add(id, CaseText.Kind.PROOF_SEEN, text, actor.id());
        events.add(id, CaseEvent.Kind.IDENTITY_CONFIRMED, actor, method.name());
        evidence.append(EvidenceEvent.of(EvidenceKind.IDENTITY_CONFIRMED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .outcome(method.name())
                .build());
    }

    /** What the client answered at the counter or by telephone, written down by a clerk. */
    void noteAnswer(RequestId id, String text, Actor clerk) {
        SubjectRequest request = requests.lock(id);
        texts.add(id, CaseText.Kind.ANSWER, text, clerk.id());
        events.add(id, CaseEvent.Kind.PROOF_RECEIVED, clerk, "ANSWER");
        evidence.append(EvidenceEvent.of(EvidenceKind.PROOF_RECEIVED, clerk)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .outcome("ANSWER")
                .build());
    }
}
