package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.Authorities;
import io.shouxin.request.Authority;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.SubjectRequest;
import io.shouxin.request.Ward;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.subject.Subjects;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final PersonTold told;
    private final Subjects subjects;
    private final PersonData people;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    AuthorityService(
            Requests requests,
            AuthorityRows rows,
            AuthorityRules rules,
            CaseEvents events,
            CaseTexts texts,
            PersonsMeant persons,
            PersonTold told,
            Subjects subjects,
            PersonData people,
            EvidenceLog evidence,
            CurrentActor current) {
        this.requests = requests;
        this.rows = rows;
        this.rules = rules;
        this.events = events;
        this.texts = texts;
        this.persons = persons;
        this.told = told;
        this.subjects = subjects;
        this.people = people;
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
        Set<UUID> found = new LinkedHashSet<>();
        if (request.subjectId() != null) {
            found.add(request.subjectId());
        }
        found.addAll(persons.of(request));
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

    @Override
    @Transactional(readOnly = true)
    public boolean isReachable(RequestId id, UUID person) {
        Actor actor = current.get();
        boolean handles = requests.find(id)
                .filter(found -> actor.kind() == Actor.Kind.STAFF
                        && actor.sees(found.branchId())
                        && actor.hasAny(RequestIntake.HANDLERS))
                .isPresent();
        if (!handles) {
            throw new NotFound("request", id);
        }
        return PersonTold.isReachable(people.card(person, Purpose.CASE));
    }

    @Override
    @Transactional
    public void correct(RequestId id, Capacity capacity, @Nullable Ward ward, boolean lawyer, String interest) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        if (actor.kind() != Actor.Kind.STAFF
                || !actor.sees(request.branchId())
                || !actor.hasAny(RequestIntake.HANDLERS)
                || !request.capacity().isForAnother()) {
            throw new NotFound("request", id);
        }
        boolean unsaid = capacity == Capacity.RELATIVE
                && said(id, CaseText.Kind.INTEREST).isEmpty();
        if (unsaid && interest.isBlank()) {
            throw new InvalidInput("/onBehalf/interest", "request.error.interestOfRelative");
        }
        Authority authority = rows.get(id);
        authority.correct(capacity, ward, lawyer);
        request.correctCapacity(authority);
        rows.update(authority);
        requests.update(request);
        if (unsaid) {
            texts.add(id, CaseText.Kind.INTEREST, interest, actor.id());
        }
        events.add(id, CaseEvent.Kind.AUTHORITY_CORRECTED, actor, capacity.name());
        evidence.append(EvidenceEvent.of(EvidenceKind.AUTHORITY_CHECKED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .outcome("CORRECTED")
                .detail("capacity", capacity)
                .detail("table", rules.version())
                .build());
        told.tell(request);
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
