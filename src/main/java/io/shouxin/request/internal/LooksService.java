package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.ShownRows;
import io.shouxin.record.Records;
import io.shouxin.request.PersonLooks;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.subject.Subjects;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LooksService implements PersonLooks {

    private static final Set<String> LOOKS = Set.of(
            EvidenceKind.VIEWED.name(),
            EvidenceKind.REVEALED.name(),
            EvidenceKind.PROOF_VIEWED.name(),
            EvidenceKind.EXPORTED.name(),
            EvidenceKind.OTHER_BRANCH_ENTERED.name());

    private final EvidenceReader evidence;
    private final Subjects subjects;
    private final Records records;
    private final Requests requests;
    private final ShownRows shown;
    private final CurrentActor current;

    LooksService(
            EvidenceReader evidence,
            Subjects subjects,
            Records records,
            Requests requests,
            ShownRows shown,
            CurrentActor current) {
        this.evidence = evidence;
        this.subjects = subjects;
        this.records = records;
        this.requests = requests;
        this.shown = shown;
        this.current = current;
    }

    @Override
    public boolean mayRead() {
        return current.get().hasAny(READERS);
    }

    @Override
    @Transactional
    public Page of(UUID subject, int offset, int size) {
        Actor actor = current.get();
        if (actor.kind() != Actor.Kind.STAFF || !actor.hasAny(READERS) || !knows(actor, subject)) {
            throw new NotFound("subject", subject);
        }
        shown.note("looks", "subject", List.of(subject));
        List<EvidenceView> looks = newest(subjects.withMerged(List.of(subject)), offset + size + 1);
        return new Page(
                looks.stream()
                        .skip(offset)
                        .limit(size)
                        .map(entry -> look(entry, actor))
                        .toList(),
                looks.size() > offset + size);
    }

    private boolean knows(Actor actor, UUID subject) {
        return records.of(subject).stream().anyMatch(record -> actor.sees(record.branchId()))
                || requests.ofSubject(subject).stream().anyMatch(request -> actor.sees(request.branchId()));
    }

    /** Much else is written about a person: reads on until there are enough looks or nothing more. */
    private List<EvidenceView> newest(Collection<UUID> ids, int wanted) {
        int limit = wanted;
        List<EvidenceView> entries;
        List<EvidenceView> looks;
        do {
            limit *= 4;
            entries = evidence.entriesAbout(ids, limit);
            looks = entries.stream()
                    .filter(entry ->
                            LOOKS.contains(entry.kind()) && entry.actorKind().equals(Actor.Kind.STAFF.name()))
                    .toList();
        } while (looks.size() < wanted && entries.size() == limit);
        return looks;
    }

    private Look look(EvidenceView entry, Actor actor) {
        UUID caseId = entry.caseId();
        SubjectRequest request = caseId == null
                ? null
                : requests.find(new RequestId(caseId))
                        .filter(found -> actor.sees(found.branchId()))
                        .orElse(null);
        return new Look(
                entry.at(),
                entry.actorId(),
                entry.kind(),
                request,
                caseId != null,
                entry.details().get("purpose"));
    }
}
