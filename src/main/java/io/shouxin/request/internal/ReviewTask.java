package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseReturn;
import io.shouxin.request.CaseText;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofFile;
import io.shouxin.request.RefusalFacts;
import io.shouxin.request.RefusalReason;
import io.shouxin.request.RefusalReasons;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.subject.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A clerk goes through the decisions record by record: approves, changes with a reason, asks the client, or refuses. */
@Component
class ReviewTask extends CaseTask {

    enum Verdict {
        APPROVED,
        REFUSED,
        ASK_CLIENT,
        /** The request named nobody, and the clerk knows who it is: that person proves it, and their records are decided. */
        LINKED
    }

    private final Requests requests;
    private final DecisionRows decisions;
    private final DecisionChanges changes;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final RefusalReasons reasons;
    private final ProofSight sight;
    private final RequesterService requesters;
    private final PersonData people;
    private final Subjects subjects;
    private final EvidenceLog evidence;

    ReviewTask(
            Requests requests,
            Clocks clocks,
            DecisionRows decisions,
            DecisionChanges changes,
            CaseTexts texts,
            CaseEvents events,
            RefusalReasons reasons,
            ProofSight sight,
            RequesterService requesters,
            PersonData people,
            Subjects subjects,
            EvidenceLog evidence) {
        super(requests, clocks);
        this.requests = requests;
        this.decisions = decisions;
        this.changes = changes;
        this.texts = texts;
        this.events = events;
        this.reasons = reasons;
        this.sight = sight;
        this.requesters = requesters;
        this.people = people;
        this.subjects = subjects;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "review-decisions";
    }

    @Override
    public Role candidate() {
        return Role.STAFF;
    }

    /**
     * Fields: {@code outcome}; {@code decisions} to change some; for REFUSED {@code code} and, where the code wants it,
     * {@code text}; for ASK_CLIENT {@code text}, the question; for LINKED {@code subject}; {@code reply} to the second person who returned the case.
     */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        Verdict verdict = constant(Verdict.class, fields, "outcome");
        SubjectRequest request = requests.lock(id);
        if (request.channel() == Channel.CLOCK && verdict != Verdict.APPROVED) {
            throw new InvalidInput("/outcome", "request.error.openedByClock");
        }
        changes.apply(id, fields.get("decisions"), actor);
        switch (verdict) {
            case APPROVED -> requesters.requireRuledOut(request);
            case LINKED -> link(request, fields, actor);
            case REFUSED -> refuse(request, fields, actor);
            case ASK_CLIENT -> {
                texts.add(id, CaseText.Kind.QUESTION, required(fields, "text"), actor.id());
                request.demandProof();
            }
        }
        if (verdict == Verdict.APPROVED || verdict == Verdict.REFUSED) {
            answerReturn(request, fields, actor);
        }
        requests.update(request);
        sight.judge(id, ProofFile.Judgement.NOT_NEEDED); // nobody has another task for what came as an answer
        events.add(id, CaseEvent.Kind.REVIEWED, actor, verdict.name());
        return Map.of("outcome", verdict.name());
    }

    /** From now on it is that person's case: reached on the number on file, whatever number was given. */
    private void link(SubjectRequest request, Map<String, Object> fields, Actor actor) {
        UUID subject = id(required(fields, "subject"));
        requesters.requireCandidate(request, subject);
        subjects.lock(List.of(subject));
        if (subjects.get(subject).mergedInto() != null) {
            throw new InvalidInput("/subject", "request.error.merged");
        }
        request.recogniseAs(subject);
        PersonData.Card card = people.card(subject, Purpose.CASE);
        if (!card.name().isEmpty()) {
            texts.add(request.id(), CaseText.Kind.CONTACT_NAME, card.name(), actor.id());
        }
        if (!card.phones().isEmpty()) {
            texts.add(request.id(), CaseText.Kind.CONTACT_PHONE, card.phones().get(0), actor.id());
        }
        if (!card.emails().isEmpty()) {
            texts.add(request.id(), CaseText.Kind.CONTACT_EMAIL, card.emails().get(0), actor.id());
        }
        events.add(request.id(), CaseEvent.Kind.CLIENT_RECOGNISED, actor, null);
        evidence.append(EvidenceEvent.of(EvidenceKind.CLIENT_RECOGNISED, actor)
                .caseId(request.id().value())
                .subjectId(subject)
                .outcome("LOOKED_AT")
                .build());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("/subject", "request.error.noCandidate");
        }
    }

    /** What a second person returned does not come back to them unchanged without a word. */
    private void answerReturn(SubjectRequest request, Map<String, Object> fields, Actor actor) {
        RequestId id = request.id();
        CaseReturn returned = CaseReturn.of(events.of(id));
        String reply = optional(fields, "reply");
        if (!returned.open()) {
            if (!reply.isBlank()) {
                throw new InvalidInput("/reply", "request.error.nothingToReplyTo");
            }
            return;
        }
        if (!reply.isBlank()) {
            texts.add(id, CaseText.Kind.REPLY, reply, actor.id());
        } else if (Objects.equals(returned.refusedWith(), request.refusalCode()) && !returned.decisionsChanged()) {
            throw new InvalidInput("/reply", "request.error.fieldMissing.reply");
        }
    }

    private void refuse(SubjectRequest request, Map<String, Object> fields, Actor actor) {
        String code = required(fields, "code");
        RefusalFacts facts = RefusalFacts.of(request, decisions.of(request.id()));
        RefusalReason reason = reasons.forRequest(facts).stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/code", "request.error.refusalCodeUnknown"));
        String text = optional(fields, "text");
        if (reason.needsText() && text.isBlank()) {
            throw new InvalidInput("/text", "request.error.fieldMissing.text");
        }
        request.refuse(code);
        if (!text.isBlank()) {
            texts.add(request.id(), CaseText.Kind.REFUSAL, text, actor.id());
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.DECISION_CHANGED, actor)
                .caseId(request.id().value())
                .subjectId(request.subjectId())
                .outcome("REFUSED")
                .detail("code", code)
                .detail("reasons", reasons.version())
                .build());
    }
}
