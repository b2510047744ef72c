package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.Authorities;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.subject.Subjects;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AuthorityService implements Authorities {

    private static final Set<Role> READERS =
            Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    private final Requests requests;
    private final AuthorityRows rows;
    private final AuthorityRules rules;
    private final CaseEvents events;
    private final CaseTexts texts;
    private final PersonsMeant persons;
    private final Subjects subjects;
    private final PersonData people;
    private final Records records;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    AuthorityService(
            Requests requests,
            AuthorityRows rows,
            AuthorityRules rules,
            CaseEvents events,
            CaseTexts texts,
            PersonsMeant persons,
            Subjects subjects,
            PersonData people,
            Records records,
            EvidenceLog evidence,
            CurrentActor current) {
        this.requests = requests;
        this.rows = rows;
        this.rules = rules;
        this.events = events;
        this.texts = texts;
        this.persons = persons;
        this.subjects = subjects;
        this.people = people;
        this.records = records;
        this.evidence = evidence;
        this.current = current;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AuthorityView> of(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = requests.find(id)
                .filter(found -> switch (actor.kind()) {
                    case CLIENT -> actor.isClient(found.owner());
                    case STAFF -> actor.sees(found.branchId()) && actor.hasAny(READERS);
                    case INTEGRATOR -> events.receivedBy(id, actor);
                    case SYSTEM -> true;
                    case ANONYMOUS -> false;
                })
                .orElseThrow(() -> new NotFound("request", id));
        return rows.find(request.id())
                .map(authority -> new AuthorityView(
                        authority,
                        rules.papers(authority.capacity(), authority.ward(), authority.lawyer()),
                        events.count(id, CaseEvent.Kind.PROOF_NOT_ENOUGH) > 0));
    }

    @Override
    @Transactional
    public List<Meant> meant(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = requests.find(id)
                .filter(found -> actor.kind() == Actor.Kind.STAFF
                        && actor.sees(found.branchId())
                        && actor.hasAny(RequestIntake.HANDLERS))
                .orElseThrow(() -> new NotFound("request", id));
        String name = said(id, CaseText.Kind.SUBJECT_NAME);
        Set<UUID> found = new LinkedHashSet<>();
        if (request.subjectId() != null) {
            found.add(request.subjectId());
        }
        if (!name.isEmpty()) {
            OnBehalf.Person person = new OnBehalf.Person(
                    name, said(id, CaseText.Kind.SUBJECT_PHONE), said(id, CaseText.Kind.SUBJECT_ID_NUMBER));
            persons.of(request.capacity(), person, said(id, CaseText.Kind.CONTACT_PHONE)).stream()
                    .filter(each -> records.of(each).stream().anyMatch(record -> actor.sees(record.branchId())))
                    .forEach(found::add);
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.SEARCHED, actor)
                .caseId(id.value())
                .target("people", "authority")
                .detail("found", found.size())
                .ids("subject", List.copyOf(found))
                .build());
        Map<UUID, Set<UUID>> clients = subjects.clientsOf(found);
        String phone = said(id, CaseText.Kind.CONTACT_PHONE);
        return found.stream()
                .map(each -> meant(each, List.copyOf(clients.getOrDefault(each, Set.of())), phone))
                .toList();
    }

    private Meant meant(UUID subject, List<UUID> clients, String requesterPhone) {
        boolean own = people.cards(clients, Purpose.CASE).values().stream()
                .anyMatch(card -> card.phones().contains(requesterPhone));
        return new Meant(subject, clients, !clients.isEmpty() && !own);
    }

    private String said(RequestId id, CaseText.Kind kind) {
        return texts.last(id, kind).orElse("");
    }
}
