package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DueDate;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.ShownRows;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.MissingProof;
import io.shouxin.request.NewRequest;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.StaffDrafts;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.subject.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class IntakeService implements RequestIntake {

    private final Requests requests;
    private final ProofIntake proofs;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final DecisionProposer proposer;
    private final NeededProof needed;
    private final CaseMessages messages;
    private final RequestWorkflow workflow;
    private final Clocks clocks;
    private final Records records;
    private final PersonData people;
    private final Firms firms;
    private final CaseBranches branches;
    private final Subjects subjects;
    private final Idempotency idempotency;
    private final StaffDrafts staffDrafts;
    private final EvidenceLog evidence;
    private final ShownRows shown;
    private final CurrentActor current;
    private final Clock clock;

    IntakeService(
            Requests requests,
            ProofIntake proofs,
            CaseTexts texts,
            CaseEvents events,
            DecisionProposer proposer,
            NeededProof needed,
            CaseMessages messages,
            RequestWorkflow workflow,
            Clocks clocks,
            Records records,
            PersonData people,
            Firms firms,
            Subjects subjects,
            Idempotency idempotency,
            StaffDrafts staffDrafts,
            EvidenceLog evidence,
            ShownRows shown,
            CurrentActor current,
            Clock clock) {
        this.requests = requests;
        this.proofs = proofs;
        this.texts = texts;
        this.events = events;
        this.proposer = proposer;
        this.needed = needed;
        this.messages = messages;
        this.workflow = workflow;
        this.clocks = clocks;
        this.records = records;
        this.people = people;
        this.firms = firms;
        this.branches = new CaseBranches(firms);
        this.subjects = subjects;
        this.idempotency = idempotency;
        this.staffDrafts = staffDrafts;
        this.evidence = evidence;
        this.shown = shown;
        this.current = current;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecordDecision> standing(UUID subject) {
        IntakeRules.requireMayAskFor(current.get(), subject, records.of(subject));
        return proposer.standing(subject);
    }

    @Override
    @Transactional
    public List<RecordDecision> preview(UUID subject, @Nullable Set<Category> categories) {
        List<RecordDecision> decisions = proposal(subject, categories);
        shown.note(
                "request-preview",
                "record",
                decisions.stream().map(RecordDecision::recordId).toList());
        return decisions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecordDecision> proposal(UUID subject, @Nullable Set<Category> categories) {
        IntakeRules.requireMayAskFor(current.get(), subject, records.of(subject));
        return proposer.propose(subject, categories);
    }

    @Override
    @Transactional(readOnly = true)
    public Proof proofNeeded(UUID subject, @Nullable Set<Category> categories) {
        return needed.of(subject, categories);
    }

    /**
     * Whoever merges or parts two people waits until the case stands, and then does not; a case of somebody merged before would find
     * nothing. Who asks and what is held is read anew afterwards: it may be another's by then.
     */
    private void requireNotMerged(UUID subject) {
        subjects.lock(List.of(subject));
        if (subjects.get(subject).mergedInto() != null) {
            throw new InvalidInput("/subject", "request.error.merged");
        }
    }

    @Override
    @Transactional
    public SubjectRequest submit(NewRequest wanted) {
        Actor actor = current.get();
        Optional<UUID> known = idempotency.known(actor, wanted);
        if (known.isPresent()) {
            return requests.get(new RequestId(known.get()));
        }
        List<HeldRecord> held = wanted.subjectId() == null ? List.of() : records.of(wanted.subjectId());
        Instant now = clock.instant();
        IntakeRules.check(wanted, actor, held, now);
        if (wanted.subjectId() != null) {
            requireNotMerged(wanted.subjectId());
            actor = current.get();
            held = records.of(wanted.subjectId());
            IntakeRules.check(wanted, actor, held, now);
        }
        Instant receivedAt = wanted.receipt() == null ? now : wanted.receipt().at();
        RequestId id = new RequestId(UUID.randomUUID());
        SubjectRequest request = SubjectRequest.receive(
                id,
                requests.nextReference(ChinaTime.dayOf(receivedAt).getYear()),
                wanted.type(),
                wanted.subjectId(),
                branchFor(wanted, actor, held),
                wanted.channel(),
                wanted.language(),
                wanted.categories(),
                receivedAt,
                now);
        if (wanted.proof() != null) {
            request.recognise(wanted.proof());
        }
        if (wanted.callWanted()) {
            request.wantCall();
        }
        requests.insert(request);
        idempotency.remember(actor, wanted, id.value());
        keepTexts(id, wanted, actor, held);
        events.add(id, CaseEvent.Kind.RECEIVED, actor, wanted.channel().name());
        evidence.append(EvidenceEvent.of(EvidenceKind.REQUEST_RECEIVED, actor)
                .caseId(id.value())
                .subjectId(wanted.subjectId())
                .outcome(wanted.type().name())
                .detail("channel", wanted.channel())
                .detail("reference", request.reference())
                .build());
        if (wanted.proof() != null) {
            proofs.note(request, wanted.proof(), actor);
        }
        DueDate due = clocks.start(
                        id.value(), wanted.type().name(), firms.firm().jurisdiction(), receivedAt)
                .due();
        if (!wanted.callWanted()) {
            messages.send(request, "received", due == null ? null : due.on());
        }
        workflow.start(id);
        return requests.get(id);
    }

    @Override
    @Transactional(readOnly = true)
    public MissingProof missingProof(RequestId id) {
        return proofs.missing(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SubjectRequest> entered(String key) {
        return idempotency.earlier(current.get(), key).map(id -> requests.get(new RequestId(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SubjectRequest> ofErased(@Nullable String key) {
        return Optional.ofNullable(key)
                .flatMap(this::entered)
                .filter(request -> request.subjectId() != null
                        && subjects.get(request.subjectId()).erased());
    }

    @Override
    @Transactional
    public void confirmIdentity(RequestId id, ProofMethod method) {
        proofs.confirm(id, method);
    }

    @Override
    @Transactional
    public boolean confirmSignIn(RequestId id) {
        return proofs.confirmSignIn(id);
    }

    @Override
    @Transactional
    public void answerQuestion(RequestId id, String text) {
        proofs.answer(id, text);
    }

    @Override
    @Transactional
    public void wantCall(RequestId id) {
        proofs.wantCall(id);
    }

    @Override
    @Transactional
    public void cancel(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        if (actor.kind() != Actor.Kind.INTEGRATOR || !events.receivedBy(id, actor)) {
            ProofIntake.requireOwner(request, actor);
        }
        if (!request.canBeCancelled()) {
            throw new StateRefused("Request", request.reference(), request.status(), "cancel");
        }
        events.add(id, CaseEvent.Kind.CANCELLED, actor, null);
        evidence.append(EvidenceEvent.of(EvidenceKind.REQUEST_CANCELLED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .build());
        workflow.cancel(id);
        staffDrafts.forgetAll(id);
    }

    @Override
    @Transactional
    public void reopen(RequestId id, @Nullable ProofMethod method) {
        proofs.reopen(id, method);
    }

    /** Of a client the number on file, whatever number a letter named: a code to it is taken as proof of identity. */
    private void keepTexts(RequestId id, NewRequest wanted, Actor actor, List<HeldRecord> held) {
        String name = wanted.contactName();
        String phone = wanted.contactPhone();
        String email = "";
        if (wanted.subjectId() != null) {
            PersonData.Card card = people.card(wanted.subjectId(), held, Purpose.CASE);
            name = card.name().isEmpty() ? name : card.name();
            phone = card.phones().isEmpty() ? phone : card.phones().get(0);
            email = card.emails().isEmpty() ? "" : card.emails().get(0);
        }
        List<CaseTexts.NewText> kept = new ArrayList<>();
        kept.add(new CaseTexts.NewText(CaseText.Kind.CONTACT_NAME, name));
        kept.add(new CaseTexts.NewText(CaseText.Kind.CONTACT_PHONE, phone));
        if (!email.isEmpty()) {
            kept.add(new CaseTexts.NewText(CaseText.Kind.CONTACT_EMAIL, email));
        }
        if (!wanted.note().isBlank()) {
            kept.add(new CaseTexts.NewText(CaseText.Kind.NOTE, wanted.note()));
        }
        texts.begin(id, kept, actor.id());
    }

    private UUID branchFor(NewRequest wanted, Actor actor, List<HeldRecord> held) {
        UUID named = wanted.branchId();
        if (named != null && held.isEmpty()) {
            firms.requireOpen(named, "/branchId");
        }
        return branches.of(
                held, Stream.concat(Stream.ofNullable(named), actor.branches().stream().sorted()).toList());
    }
}
