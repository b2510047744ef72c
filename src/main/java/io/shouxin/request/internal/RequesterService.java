package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.ShownRows;
import io.shouxin.record.ContactForms;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.Requesters;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Masking;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds what a request without a person says of who asks against the whole firm's file. */
@Service
class RequesterService implements Requesters {

    private final Requests requests;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final Subjects subjects;
    private final PersonData people;
    private final EvidenceLog evidence;
    private final ShownRows shown;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequesterService(
            Requests requests,
            CaseTexts texts,
            CaseEvents events,
            Subjects subjects,
            PersonData people,
            EvidenceLog evidence,
            ShownRows shown,
            CurrentActor current,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.texts = texts;
        this.events = events;
        this.subjects = subjects;
        this.people = people;
        this.evidence = evidence;
        this.shown = shown;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The one person of the firm with exactly this number and this name. A number changes hands and may be shared: without the name, or
     * where several have the number, a person must look.
     */
    Optional<UUID> recognised(String name, String phone, String idNumber) {
        Set<UUID> alike = withNumbers(phone, idNumber);
        return alike.size() == 1 && !name.isBlank()
                ? alike.stream().filter(only -> isCalled(only, name)).findFirst()
                : Optional.empty();
    }

    private boolean isCalled(UUID subject, String name) {
        String onFile = people.card(subject, Purpose.CASE).name();
        return !onFile.isBlank() && ContactForms.isSameName(name, onFile);
    }

    private Set<UUID> withNumbers(String phone, String idNumber) {
        Set<UUID> alike = new LinkedHashSet<>();
        if (!phone.isBlank()) {
            alike.addAll(subjects.byIdentifier(IdentifierKind.PHONE, phone));
        }
        if (!idNumber.isBlank()) {
            alike.addAll(subjects.byIdentifier(IdentifierKind.ID_NUMBER, idNumber));
        }
        return alike;
    }

    /**
     * As the file is now, and not as it was when the request came in: a list may have been imported since. Whom somebody means who asks
     * for another person is looked at with their authority.
     */
    Set<UUID> toLookAt(SubjectRequest request) {
        if (request.subjectId() != null
                || request.capacity().isForAnother()
                || request.channel() == Channel.CLOCK
                || request.status() == RequestStatus.CLOSED) {
            return Set.of();
        }
        Set<UUID> alike =
                withNumbers(given(request, CaseText.Kind.CONTACT_PHONE), given(request, CaseText.Kind.GIVEN_ID_NUMBER));
        alike.removeAll(ruledOut(request.id()));
        return alike;
    }

    private String given(SubjectRequest request, CaseText.Kind kind) {
        return texts.last(request.id(), kind).orElse("");
    }

    private Set<UUID> ruledOut(RequestId id) {
        return new LinkedHashSet<>(jdbc.sql("SELECT subject_id FROM request_not_this_person WHERE case_id = ?")
                .param(id.value())
                .query(UUID.class)
                .list());
    }

    /**
     * @throws InvalidInput while somebody with the very number that was given is not ruled out
     */
    void requireRuledOut(SubjectRequest request) {
        if (!toLookAt(request).isEmpty()) {
            throw new InvalidInput("/person", "request.error.somebodyMustLook");
        }
    }

    /**
     * @throws InvalidInput if the person has not the number that was given, or was ruled out
     */
    void requireCandidate(SubjectRequest request, UUID subject) {
        if (!toLookAt(request).contains(subject)) {
            throw new InvalidInput("/subject", "request.error.noCandidate");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mustLook(RequestId id) {
        return requests.find(id).filter(found -> !toLookAt(found).isEmpty()).isPresent();
    }

    @Override
    @Transactional
    public List<Candidate> candidates(RequestId id) {
        SubjectRequest request = requests.get(id);
        Set<UUID> alike = handles(request) ? toLookAt(request) : Set.of();
        if (alike.isEmpty()) {
            return List.of();
        }
        shown.note("candidates", "subject", List.copyOf(alike));
        String name = given(request, CaseText.Kind.CONTACT_NAME);
        Map<UUID, PersonData.Card> cards = people.cards(alike, Purpose.CASE);
        return alike.stream()
                .map(each -> candidate(each, Objects.requireNonNull(cards.get(each)), name))
                .toList();
    }

    private Candidate candidate(UUID subject, PersonData.Card card, String name) {
        return new Candidate(
                subject,
                subjects.get(subject).kind(),
                card.maskedName(),
                card.maskedPhone(),
                card.idNumber().isEmpty() ? "" : Masking.idNumber(card.idNumber()),
                !name.isBlank() && !card.name().isEmpty() && ContactForms.isSameName(name, card.name()));
    }

    private boolean handles(SubjectRequest request) {
        Actor actor = current.get();
        return actor.kind() == Actor.Kind.STAFF
                && actor.sees(request.branchId())
                && actor.hasAny(RequestIntake.HANDLERS);
    }

    @Override
    @Transactional
    public void ruleOut(RequestId id, UUID subject, String why) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        if (!handles(request)) {
            throw new NotFound("request", id);
        }
        if (request.status() == RequestStatus.CLOSED) {
            throw new StateRefused("Request", request.reference(), request.status(), "rule somebody out");
        }
        requireCandidate(request, subject);
        if (why.isBlank()) {
            throw new InvalidInput("/why", "request.error.fieldMissing.text");
        }
        texts.add(id, CaseText.Kind.NOT_THIS_PERSON, why, actor.id());
        jdbc.sql("INSERT INTO request_not_this_person (case_id, subject_id, ruled_out_by, at) VALUES (?, ?, ?, ?)")
                .params(id.value(), subject, Objects.requireNonNull(actor.id()), Timestamp.from(clock.instant()))
                .update();
        events.add(id, CaseEvent.Kind.PERSON_RULED_OUT, actor, null);
        evidence.append(EvidenceEvent.of(EvidenceKind.PERSON_RULED_OUT, actor)
                .caseId(id.value())
                .subjectId(subject)
                .target("request", id)
                .build());
    }

    @Override
    @Transactional
    public void ruleOutOthers(RequestId id, String why) {
        candidates(id).stream()
                .filter(candidate -> !candidate.sameName())
                .forEach(candidate -> ruleOut(id, candidate.subject(), why));
    }

    /** What was noted about these cases' people goes with the case file. */
    void forget(Collection<UUID> cases) {
        jdbc.sql("DELETE FROM request_not_this_person WHERE case_id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .update();
    }
}
