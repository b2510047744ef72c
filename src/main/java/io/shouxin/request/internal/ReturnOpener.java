package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Failpoints;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.Holds;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.Channel;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestType;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.StorageEnds;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the case in which a client's records come back after their period of keeping: one case for all that is due of the client,
 * in one transaction, with the client's row locked, so that two nodes open one.
 */
@Component
class ReturnOpener {

    private final Requests requests;
    private final ReturnedRecords returned;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final Holds holds;
    private final Records records;
    private final PersonData people;
    private final Subjects subjects;
    private final Clocks clocks;
    private final Firms firms;
    private final CaseBranches branches;
    private final RequestWorkflow workflow;
    private final EvidenceLog evidence;
    private final Failpoints failpoints;
    private final Clock clock;

    ReturnOpener(
            Requests requests,
            ReturnedRecords returned,
            CaseTexts texts,
            CaseEvents events,
            Holds holds,
            Records records,
            PersonData people,
            Subjects subjects,
            Clocks clocks,
            Firms firms,
            RequestWorkflow workflow,
            EvidenceLog evidence,
            Failpoints failpoints,
            Clock clock) {
        this.requests = requests;
        this.returned = returned;
        this.texts = texts;
        this.events = events;
        this.holds = holds;
        this.records = records;
        this.people = people;
        this.subjects = subjects;
        this.clocks = clocks;
        this.firms = firms;
        this.branches = new CaseBranches(firms);
        this.workflow = workflow;
        this.evidence = evidence;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /**
     * @param keptBy a case that had something stored until a day that is over
     * @return whether a case was opened; none is where an open one is about these records already
     */
    @Transactional
    public boolean openFor(UUID keptBy) {
        Optional<SubjectRequest> earlier = requests.find(new RequestId(keptBy));
        UUID client = earlier.map(SubjectRequest::subjectId).orElse(null);
        if (client == null) {
            return false;
        }
        subjects.lock(Set.of(client));
        List<Hold> due = due(client);
        if (due.isEmpty()) {
            return false;
        }
        open(earlier.get(), client, due);
        return true;
    }

    /** What ended of all that the client's cases had kept, and no open case is about. */
    private List<Hold> due(UUID client) {
        List<UUID> cases = requests.ofSubject(client).stream()
                .map(request -> request.id().value())
                .toList();
        List<Hold> ended = holds.endedStorage(cases, ChinaTime.dayOf(clock.instant()));
        Set<UUID> underWay = returned.underWay(
                client, ended.stream().map(Hold::recordId).collect(Collectors.toCollection(LinkedHashSet::new)));
        return ended.stream()
                .filter(hold -> !underWay.contains(hold.recordId()))
                .toList();
    }

    private void open(SubjectRequest earlier, UUID client, List<Hold> due) {
        Instant now = clock.instant();
        List<HeldRecord> back = records.byIds(due.stream().map(Hold::recordId).collect(Collectors.toSet()));
        RequestId id = new RequestId(UUID.randomUUID());
        SubjectRequest request = SubjectRequest.receive(
                id,
                requests.nextReference(ChinaTime.dayOf(now).getYear()),
                RequestType.DELETION,
                client,
                branches.of(back, List.of(earlier.branchId())),
                Channel.CLOCK,
                earlier.language(),
                back.stream()
                        .map(HeldRecord::category)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class))),
                now,
                now);
        requests.insert(request);
        returned.add(id, due);
        keepContact(id, earlier, client);
        events.add(id, CaseEvent.Kind.RECEIVED, Actor.SYSTEM, Channel.CLOCK.name());
        evidence.append(EvidenceEvent.of(EvidenceKind.REQUEST_RECEIVED, Actor.SYSTEM)
                .caseId(id.value())
                .subjectId(client)
                .outcome(RequestType.DELETION.name())
                .detail("channel", Channel.CLOCK)
                .detail("reference", request.reference())
                .detail("records", back.size())
                .build());
        clocks.start(id.value(), StorageEnds.DEADLINE, firms.firm().jurisdiction(), now);
        failpoints.pass("return-opened");
        workflow.start(id);
    }

    /**
     * Where the client can be told: what is still on file, or else what the case that kept the records had. Nobody is told of somebody
     * deceased: their number may be anybody's by now.
     */
    private void keepContact(RequestId id, SubjectRequest earlier, UUID client) {
        if (earlier.capacity() == Capacity.RELATIVE) {
            texts.begin(id, List.of(new CaseTexts.NewText(CaseText.Kind.CONTACT_NAME, "")), null);
            return;
        }
        PersonData.Card card = people.card(client, Purpose.CASE);
        String name = card.name().isEmpty() ? last(earlier, CaseText.Kind.CONTACT_NAME) : card.name();
        String phone = card.phones().isEmpty()
                ? last(earlier, CaseText.Kind.CONTACT_PHONE)
                : card.phones().get(0);
        List<CaseTexts.NewText> kept = new ArrayList<>();
        kept.add(new CaseTexts.NewText(CaseText.Kind.CONTACT_NAME, name));
        kept.add(new CaseTexts.NewText(CaseText.Kind.CONTACT_PHONE, phone));
        String email = card.emails().isEmpty()
                ? last(earlier, CaseText.Kind.CONTACT_EMAIL)
                : card.emails().get(0);
        if (!email.isEmpty()) {
            kept.add(new CaseTexts.NewText(CaseText.Kind.CONTACT_EMAIL, email));
        }
        texts.add(id, kept, null);
    }

    private String last(SubjectRequest earlier, CaseText.Kind kind) {
        return texts.last(earlier.id(), kind).orElse("");
    }
}
