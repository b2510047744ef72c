package io.shouxin.request.rest;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.ContactForms;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.RequestReader;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.ProblemFound;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the person whom a call names. Staff find only people of their branches; everybody else is as good as unknown to them. */
@Component
class People {

    private final Subjects subjects;
    private final Records records;
    private final PersonData cards;
    private final RequestReader requests;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    People(
            Subjects subjects,
            Records records,
            PersonData cards,
            RequestReader requests,
            EvidenceLog evidence,
            CurrentActor current) {
        this.subjects = subjects;
        this.records = records;
        this.cards = cards;
        this.requests = requests;
        this.evidence = evidence;
        this.current = current;
    }

    /**
     * The person, if the firm knows them and the caller may. Every search is logged, also the vain one. A name that is given with a
     * phone or e-mail is held against the file: a number changes hands, and nobody's data go because of somebody else's wish.
     *
     * @throws ProblemFound if several people have this phone or e-mail and the name does not tell them apart
     */
    @Transactional
    public Optional<Subject> find(PersonBody wanted) {
        Actor actor = current.get();
        Optional<Subject> found =
                one(wanted, candidates(wanted).stream().filter(this::mayKnow).toList());
        evidence.append(EvidenceEvent.of(EvidenceKind.SEARCHED, actor)
                .subjectId(found.map(Subject::id).orElse(null))
                .outcome(found.isPresent() ? "FOUND" : "NOT_FOUND")
                .build());
        return found;
    }

    /** What of the person the caller may see. */
    List<HeldRecord> recordsOf(Subject subject) {
        Actor actor = current.get();
        return records.of(subject.id()).stream()
                .filter(record -> actor.kind() != Actor.Kind.STAFF || actor.sees(record.branchId()))
                .toList();
    }

    private Collection<Subject> candidates(PersonBody wanted) {
        UUID id = wanted.subjectId();
        if (id != null) {
            try {
                return List.of(subjects.get(id));
            } catch (NotFound unknown) {
                return List.of();
            }
        }
        String phone = wanted.phone();
        String email = wanted.email();
        Set<UUID> ids = phone != null
                ? subjects.byIdentifier(IdentifierKind.PHONE, phone)
                : subjects.byIdentifier(IdentifierKind.EMAIL, email == null ? "" : email);
        return ids.stream().map(subjects::get).toList();
    }

    private boolean mayKnow(Subject subject) {
        Actor actor = current.get();
        return switch (actor.kind()) {
            case INTEGRATOR, SYSTEM -> true;
            case STAFF ->
                !recordsOf(subject).isEmpty()
                        || !requests.ofClient(subject.id()).isEmpty();
            case CLIENT, ANONYMOUS -> false;
        };
    }

    private Optional<Subject> one(PersonBody wanted, List<Subject> candidates) {
        boolean byName = wanted.subjectId() == null && !wanted.nameOrEmpty().isEmpty();
        List<Subject> left = byName ? named(wanted.nameOrEmpty(), candidates) : candidates;
        if (left.size() < 2) {
            return left.stream().findFirst();
        }
        List<Subject> clients = left.stream()
                .filter(subject -> subject.kind() == SubjectKind.CLIENT)
                .toList();
        if (clients.size() != 1) {
            throw new ProblemFound(409, "subject-ambiguous", "/subject", null);
        }
        return Optional.of(clients.get(0));
    }

    /** Who has this name on file; where nobody has, those of whom the file says no name. */
    private List<Subject> named(String name, List<Subject> candidates) {
        Map<UUID, PersonData.Card> known =
                cards.cards(candidates.stream().map(Subject::id).toList(), Purpose.CASE);
        List<Subject> same = having(known, candidates, onFile -> ContactForms.isSameName(name, onFile));
        return same.isEmpty() ? having(known, candidates, String::isEmpty) : same;
    }

    private static List<Subject> having(
            Map<UUID, PersonData.Card> known, List<Subject> candidates, Predicate<String> name) {
        return candidates.stream()
                .filter(subject -> {
                    PersonData.Card card = known.get(subject.id());
                    return card != null && name.test(card.name());
                })
                .toList();
    }
}
