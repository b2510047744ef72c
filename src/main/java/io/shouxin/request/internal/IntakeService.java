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
import io.shouxin.request.Authority;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.MissingProof;
import io.shouxin.request.NewRequest;
import io.shouxin.request.OnBehalf;
import io.shouxin.request.OtherBranchEntry;
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
    private final RequesterService requesters;
    private final Firms firms;
    private final CaseBranches branches;
    private final Subjects subjects;
    private final AuthorityRows authorities;
    private final PersonsMeant meant;
    private final PersonTold told;
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
            RequesterService requesters,
            Firms firms,
            Subjects subjects,
            AuthorityRows authorities,
            PersonsMeant meant,
            PersonTold told,
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
        this.requesters = requesters;
        this.firms = firms;
        this.branches = new CaseBranches(firms);
        this.subjects = subjects;
        this.authorities = authorities;
        this.meant = meant;
        this.told = told;
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
    public SubjectRequest submit(NewRequest asked) {
        return submit(asked, null);
    }

    @Override
    @Transactional
    public SubjectRequest submitKnownElsewhere(NewRequest asked, OtherBranchEntry entry) {
        if (asked.subjectId() != null || !asked.channel().isNotedByStaff()) {
            throw new IllegalArgumentException("Only staff enter somebody whom another branch knows, and by number");
        }
        return submit(asked, entry);
    }

    private SubjectRequest submit(NewRequest asked, @Nullable OtherBranchEntry entry) {
        Actor actor = current.get();
        Optional<UUID> known = idempotency.known(actor, asked);
        if (known.isPresent()) {
            return requests.get(new RequestId(known.get()));
        }
        Instant now = clock.instant();
        IntakeRules.check(asked, actor, heldOf(asked.subjectId()), now);
        NewRequest wanted = recognised(asked, entry);
        UUID subject = subjectOf(wanted);
        List<HeldRecord> held = heldOf(subject);
        if (subject != null) {
            requireNotMerged(subject);
            actor = current.get();
            held = heldOf(subject);
            IntakeRules.check(asked, actor, heldOf(asked.subjectId()), now);
        }
        Instant receivedAt = wanted.receipt() == null ? now : wanted.receipt().at();
        RequestId id = new RequestId(UUID.randomUUID());
        SubjectRequest request = SubjectRequest.receive(
                id,
                requests.nextReference(ChinaTime.dayOf(receivedAt).getYear()),
                wanted.type(),
                wanted.capacity(),
                subject,
                branchFor(wanted, actor, asked.subjectId() == null ? ofOwnBranches(held, actor) : held),
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
        OnBehalf claim = wanted.onBehalf();
        if (claim != null) {
            authorities.add(Authority.claimed(id, claim, wanted.channel().isNotedByStaff()));
        }
        idempotency.remember(actor, asked, id.value());
        keepTexts(id, wanted, actor, held, entry);
        events.add(id, CaseEvent.Kind.RECEIVED, actor, wanted.channel().name());
        evidence.append(EvidenceEvent.of(EvidenceKind.REQUEST_RECEIVED, actor)
                .caseId(id.value())
                .subjectId(subject)
                .outcome(wanted.type().name())
                .detail("channel", wanted.channel())
                .detail("capacity", claim == null ? null : claim.capacity())
                .detail("reference", request.reference())
                .build());
        if (asked.subjectId() == null && claim == null) {
            noteWho(request, actor, held, entry);
        }
        if (wanted.proof() != null) {
            proofs.note(request, wanted.proof(), actor);
        }
        DueDate due = clocks.start(id.value(), clockType(wanted), firms.firm().jurisdiction(), receivedAt)
                .due();
        if (!wanted.callWanted()) {
            messages.send(request, "received", due == null ? null : due.on());
        }
        told.tell(request);
        workflow.start(id);
        return requests.get(id);
    }

    /** Who names nobody on file may be known all the same; whoever asks for another person does not speak of themselves. */
    private NewRequest recognised(NewRequest asked, @Nullable OtherBranchEntry entry) {
        if (asked.subjectId() != null || asked.onBehalf() != null) {
            return asked;
        }
        return requesters
                .recognised(asked.contactName(), asked.contactPhone(), entry == null ? "" : entry.idNumber())
                .map(asked::of)
                .orElse(asked);
    }

    private static String clockType(NewRequest wanted) {
        OnBehalf claim = wanted.onBehalf();
        return claim == null ? wanted.type().name() : claim.capacity().clockType(wanted.type(), claim.ward());
    }

    /**
     * Whose data it is about. Staff choose whom their branch knows, as for anybody; of whoever asks for another person elsewhere nobody
     * asks the file but the case itself, and nothing of the answer tells what it found.
     */
    private @Nullable UUID subjectOf(NewRequest wanted) {
        OnBehalf claim = wanted.onBehalf();
        if (claim == null || wanted.channel().isNotedByStaff()) {
            return wanted.subjectId();
        }
        return meant.only(claim.capacity(), claim.person(), wanted.contactPhone())
                .filter(found -> subjects.get(found).mergedInto() == null)
                .orElse(null);
    }

    private List<HeldRecord> heldOf(@Nullable UUID subject) {
        return subject == null ? List.of() : records.of(subject);
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
        boolean byPerson = isPersonOf(request, actor);
        if (!byPerson && (actor.kind() != Actor.Kind.INTEGRATOR || !events.receivedBy(id, actor))) {
            ProofIntake.requireOwner(request, actor);
        }
        if (!request.canBeCancelled()) {
            throw new StateRefused("Request", request.reference(), request.status(), "cancel");
        }
        events.add(id, CaseEvent.Kind.CANCELLED, actor, byPerson ? CaseEvent.BY_PERSON : null);
        evidence.append(EvidenceEvent.of(EvidenceKind.REQUEST_CANCELLED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .build());
        workflow.cancel(id);
        staffDrafts.forgetAll(id);
    }

    /** Whether this is the person in whose name an agent asks: nobody asks for somebody who does not want it. */
    private static boolean isPersonOf(SubjectRequest request, Actor actor) {
        UUID person = actor.id();
        return actor.kind() == Actor.Kind.CLIENT && person != null && request.isAskedInNameOf(person);
    }

    @Override
    @Transactional
    public void reopen(RequestId id, @Nullable ProofMethod method) {
        proofs.reopen(id, method);
    }

    /** Of a client the number on file, whatever number a letter named: a code to it is taken as proof of identity. */
    private void keepTexts(
            RequestId id, NewRequest wanted, Actor actor, List<HeldRecord> held, @Nullable OtherBranchEntry entry) {
        String name = wanted.contactName();
        String phone = wanted.contactPhone();
        String email = "";
        if (wanted.subjectId() != null && wanted.onBehalf() == null) {
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
        if (wanted.onBehalf() != null) {
            kept.addAll(said(wanted.onBehalf()));
        }
        if (!wanted.note().isBlank()) {
            kept.add(new CaseTexts.NewText(CaseText.Kind.NOTE, wanted.note()));
        }
        if (entry != null) {
            kept.add(new CaseTexts.NewText(CaseText.Kind.OTHER_BRANCH_REASON, entry.reason()));
            if (!entry.idNumber().isEmpty()) {
                kept.add(new CaseTexts.NewText(CaseText.Kind.GIVEN_ID_NUMBER, entry.idNumber()));
            }
        }
        texts.begin(id, kept, actor.id());
    }

    private static List<CaseTexts.NewText> said(OnBehalf claim) {
        return Stream.of(
                        new CaseTexts.NewText(
                                CaseText.Kind.SUBJECT_NAME, claim.person().name()),
                        new CaseTexts.NewText(
                                CaseText.Kind.SUBJECT_PHONE, claim.person().phone()),
                        new CaseTexts.NewText(
                                CaseText.Kind.SUBJECT_ID_NUMBER, claim.person().idNumber()),
                        new CaseTexts.NewText(CaseText.Kind.RELATION, claim.relation()),
                        new CaseTexts.NewText(CaseText.Kind.INTEREST, claim.interest()))
                .filter(text -> !text.text().isBlank())
                .toList();
    }

    /** Who is behind a request that named nobody, and that somebody of the staff has thereby come to another branch's client. */
    private void noteWho(SubjectRequest request, Actor actor, List<HeldRecord> held, @Nullable OtherBranchEntry entry) {
        UUID subject = request.subjectId();
        if (subject != null) {
            events.add(request.id(), CaseEvent.Kind.CLIENT_RECOGNISED, Actor.SYSTEM, null);
            evidence.append(EvidenceEvent.of(EvidenceKind.CLIENT_RECOGNISED, Actor.SYSTEM)
                    .caseId(request.id().value())
                    .subjectId(subject)
                    .outcome("BY_NUMBER_AND_NAME")
                    .build());
        }
        boolean elsewhere = subject != null
                && actor.kind() == Actor.Kind.STAFF
                && ofOwnBranches(held, actor).isEmpty();
        if (entry != null || elsewhere) {
            evidence.append(EvidenceEvent.of(EvidenceKind.OTHER_BRANCH_ENTERED, actor)
                    .caseId(request.id().value())
                    .subjectId(subject)
                    .outcome(subject == null ? "TO_BE_LOOKED_AT" : "RECOGNISED")
                    .detail("purpose", entry == null ? "NOT_NAMED" : entry.purpose())
                    .build());
        }
    }

    /** Where somebody of the staff took in a request without knowing whose client it is, it stays: that branch answers. */
    private static List<HeldRecord> ofOwnBranches(List<HeldRecord> held, Actor actor) {
        return actor.kind() == Actor.Kind.STAFF
                ? held.stream().filter(record -> actor.sees(record.branchId())).toList()
                : held;
    }

    private UUID branchFor(NewRequest wanted, Actor actor, List<HeldRecord> held) {
        UUID named = wanted.branchId();
        if (named != null && held.isEmpty()) {
            firms.requireOpen(named, "/branchId");
        }
        return branches.of(
                held,
                Stream.concat(
                                Stream.ofNullable(named),
                                actor.branches().stream().sorted())
                        .toList());
    }
}
