package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 等待代办材料: the requester owes papers; a clerk may note that they came to the counter or by post, and looks at them next. */
@Component
class AwaitPapersTask extends CaseTask {

    private final Requests requests;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final EvidenceLog evidence;

    AwaitPapersTask(Requests requests, Clocks clocks, CaseTexts texts, CaseEvents events, EvidenceLog evidence) {
        super(requests, clocks);
        this.requests = requests;
        this.texts = texts;
        this.events = events;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "await-papers";
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /** Field: {@code text}, what came and how. */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        SubjectRequest request = requests.lock(id);
        texts.add(id, CaseText.Kind.AUTHORITY_SEEN, required(fields, "text"), actor.id());
        events.add(id, CaseEvent.Kind.PROOF_RECEIVED, actor, "PAPERS");
        evidence.append(EvidenceEvent.of(EvidenceKind.PROOF_RECEIVED, actor)
                .caseId(caseId)
                .subjectId(request.subjectId())
                .outcome("PAPERS")
                .build());
        return Map.of("outcome", "PAPERS_CAME");
    }
}
