package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RevealService implements PersonReveal {

    private final Requests requests;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final PersonData people;
    private final Records records;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    RevealService(
            Requests requests,
            CaseTexts texts,
            CaseEvents events,
            PersonData people,
            Records records,
            EvidenceLog evidence,
            CurrentActor current) {
        this.requests = requests;
        this.texts = texts;
        this.events = events;
        this.people = people;
        this.records = records;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    @Transactional
    public Revealed ofCase(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = visible(id, actor);
        events.add(id, CaseEvent.Kind.REVEALED, actor, null);
        evidence.append(EvidenceEvent.of(EvidenceKind.REVEALED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .target("request", id)
                .build());
        return read(request);
    }

    @Override
    @Transactional
    public Revealed ofPersonMeant(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = visible(id, actor);
        events.add(id, CaseEvent.Kind.REVEALED, actor, null);
        evidence.append(EvidenceEvent.of(EvidenceKind.REVEALED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .target("request", id)
                .build());
        String phone = texts.last(id, CaseText.Kind.SUBJECT_PHONE).orElse("");
        return new Revealed(
                texts.last(id, CaseText.Kind.SUBJECT_NAME).orElse(""),
                phone.isBlank() ? List.of() : List.of(phone),
                texts.last(id, CaseText.Kind.SUBJECT_ID_NUMBER).orElse(""));
    }

    @Override
    @Transactional
    public Revealed ofPerson(UUID subject) {
        Actor actor = current.get();
        requireVisible(subject, actor);
        evidence.append(EvidenceEvent.of(EvidenceKind.REVEALED, actor)
                .subjectId(subject)
                .target("subject", subject)
                .build());
        return read(subject);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasOfCase(RequestId id) {
        return !read(visible(id, current.get())).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasOfPerson(UUID subject) {
        requireVisible(subject, current.get());
        return !read(subject).isEmpty();
    }

    private SubjectRequest visible(RequestId id, Actor actor) {
        return requests.find(id)
                .filter(found -> actor.sees(found.branchId()) && actor.hasAny(READERS))
                .orElseThrow(() -> new NotFound("request", id));
    }

    private void requireVisible(UUID subject, Actor actor) {
        boolean visible =
                actor.hasAny(READERS) && records.of(subject).stream().anyMatch(record -> actor.sees(record.branchId()));
        if (!visible) {
            throw new NotFound("subject", subject);
        }
    }

    private Revealed read(SubjectRequest request) {
        String name = texts.last(request.id(), CaseText.Kind.CONTACT_NAME).orElse("");
        String phone = texts.last(request.id(), CaseText.Kind.CONTACT_PHONE).orElse("");
        List<String> phones = phone.isBlank() ? List.of() : List.of(phone);
        if (request.subjectId() == null || request.capacity().isForAnother()) {
            return new Revealed(name, phones, "");
        }
        PersonData.Card card = people.card(request.subjectId(), Purpose.CASE);
        return new Revealed(
                card.name().isEmpty() ? name : card.name(),
                card.phones().isEmpty() ? phones : card.phones(),
                card.idNumber());
    }

    private Revealed read(UUID subject) {
        PersonData.Card card = people.card(subject, Purpose.DAILY_WORK);
        return new Revealed(card.name(), card.phones(), card.idNumber());
    }
}
