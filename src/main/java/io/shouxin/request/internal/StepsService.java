package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.Escalations;
import io.shouxin.platform.Failpoints;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.Channel;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestSteps;
import io.shouxin.request.SecondReviewGround;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a deletion case, up to the beginning of erasure and after its end. */
@Service
@Transactional
class StepsService implements RequestSteps {

    private final Requests requests;
    private final DecisionRows decisions;
    private final DecisionProposer proposer;
    private final ProcessingStop stop;
    private final IdentitySteps identity;
    private final AuthoritySteps authority;
    private final ProofSight sight;
    private final ProofFileKeeping proofs;
    private final CaseEvents events;
    private final CaseMessages messages;
    private final AnswerWriter answers;
    private final CaseOutcome outcomes;
    private final RequesterService requesters;
    private final ErasureSteps erasure;
    private final Clocks clocks;
    private final Holds holds;
    private final Escalations escalations;
    private final EvidenceLog evidence;
    private final Failpoints failpoints;
    private final Clock clock;

    StepsService(
            Requests requests,
            DecisionRows decisions,
            DecisionProposer proposer,
            ProcessingStop stop,
            IdentitySteps identity,
            AuthoritySteps authority,
            ProofSight sight,
            ProofFileKeeping proofs,
            CaseEvents events,
            CaseMessages messages,
            AnswerWriter answers,
            CaseOutcome outcomes,
            RequesterService requesters,
            ErasureSteps erasure,
            Clocks clocks,
            Holds holds,
            Escalations escalations,
            EvidenceLog evidence,
            Failpoints failpoints,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.proposer = proposer;
        this.stop = stop;
        this.identity = identity;
        this.authority = authority;
        this.sight = sight;
        this.proofs = proofs;
        this.events = events;
        this.messages = messages;
        this.answers = answers;
        this.outcomes = outcomes;
        this.requesters = requesters;
        this.erasure = erasure;
        this.clocks = clocks;
        this.holds = holds;
        this.escalations = escalations;
        this.evidence = evidence;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    @Override
    public boolean identitySuffices(RequestId id) {
        return identity.suffices(id);
    }

    @Override
    public boolean owesCall(RequestId id) {
        return identity.owesCall(id);
    }

    @Override
    public boolean owesLook(RequestId id) {
        return sight.isOwed(id);
    }

    @Override
    public void planCall(RequestId id) {
        identity.planCall(id);
    }

    @Override
    public void askForProof(RequestId id) {
        identity.ask(id);
    }

    @Override
    public Instant proofDueAt(RequestId id) {
        return identity.dueAt(id);
    }

    @Override
    public boolean asksOnly(RequestId id) {
        return identity.asksOnly(id);
    }

    @Override
    public Instant dueAt(RequestId id) {
        LocalDate due = clocks.dueOn(id.value()).orElseGet(() -> today().plusDays(30));
        return ChinaTime.startOf(due.plusDays(1));
    }

    @Override
    public void acceptProof(RequestId id) {
        identity.accept(id);
    }

    @Override
    public boolean needsAuthority(RequestId id) {
        return authority.isNeeded(id);
    }

    @Override
    public boolean authorityRefused(RequestId id) {
        return authority.isRefused(id);
    }

    @Override
    public boolean papersAtHand(RequestId id) {
        return authority.arePapersAtHand(id);
    }

    @Override
    public void askForPapers(RequestId id) {
        authority.ask(id);
    }

    @Override
    public void acceptPapers(RequestId id) {
        authority.accept(id);
    }

    @Override
    public void closeWithoutProof(RequestId id) {
        end(id, RequestOutcome.NO_PROOF, CaseEvent.Kind.NO_PROOF);
    }

    @Override
    public void restrictProcessing(RequestId id) {
        stop.of(requests.get(id));
    }

    @Override
    public void decideRecords(RequestId id) {
        SubjectRequest request = requests.lock(id);
        UUID subject = request.subjectId();
        if (subject != null) {
            proposer.holdFacts(subject);
        }
        List<RecordDecision> proposed =
                subject == null ? List.of() : keepChanges(proposer.propose(subject, request), decisions.of(id));
        decisions.replace(id, proposed);
        request.moveTo(afterDeciding(request, proposed));
        requests.update(request);
        events.add(id, CaseEvent.Kind.DECISIONS_PROPOSED, Actor.SYSTEM, version(proposed));
        EvidenceEvent.Builder entry = EvidenceEvent.of(EvidenceKind.DECISION_PROPOSED, Actor.SYSTEM)
                .caseId(id.value())
                .subjectId(subject)
                .detail("table", version(proposed));
        for (Outcome outcome : Outcome.values()) {
            long count = proposed.stream().filter(d -> d.outcome() == outcome).count();
            entry.detail(outcome.name().toLowerCase(java.util.Locale.ROOT), count == 0 ? null : count);
        }
        evidence.append(entry.build());
    }

    /** Whose turn it is, as the process asks a moment later; what nobody need look at goes on by itself. */
    private static RequestStatus afterDeciding(SubjectRequest request, List<RecordDecision> decisions) {
        if (decisions.stream().anyMatch(RecordDecision::isOpen)) {
            return RequestStatus.OFFICER_REVIEW;
        }
        return needsNoReview(request, decisions) ? RequestStatus.DECIDING : RequestStatus.REVIEW;
    }

    private static boolean needsNoReview(SubjectRequest request, List<RecordDecision> decisions) {
        return request.channel() == Channel.CLOCK
                && decisions.stream().allMatch(decision -> decision.erases() && !decision.isChanged());
    }

    /** A case that comes back from the client keeps what people decided, as long as the rules still say the same. */
    private static List<RecordDecision> keepChanges(List<RecordDecision> proposed, List<RecordDecision> earlier) {
        Map<UUID, RecordDecision> changed = earlier.stream()
                .filter(RecordDecision::isChanged)
                .collect(Collectors.toMap(RecordDecision::recordId, Function.identity()));
        return proposed.stream()
                .map(decision -> {
                    RecordDecision before = changed.get(decision.recordId());
                    return before != null && before.proposed().equals(decision.proposed()) ? before : decision;
                })
                .toList();
    }

    private static String version(List<RecordDecision> proposed) {
        return proposed.isEmpty() ? "-" : proposed.get(0).proposed().tableVersion();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean needsOfficer(RequestId id) {
        return decisions.of(id).stream().anyMatch(RecordDecision::isOpen);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean needsNoReview(RequestId id) {
        return needsNoReview(requests.get(id), decisions.of(id));
    }

    @Override
    public void openReview(RequestId id) {
        move(id, RequestStatus.REVIEW);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean needsSecondReview(RequestId id) {
        return !SecondReviewGround.ofDecided(requests.get(id), decisions.of(id), events.of(id))
                .isEmpty();
    }

    @Override
    public void openSecondReview(RequestId id) {
        move(id, RequestStatus.SECOND_REVIEW);
    }

    @Override
    public void escalate(RequestId id) {
        escalations.escalate(id.value());
        events.add(id, CaseEvent.Kind.ESCALATED, Actor.SYSTEM, null);
    }

    @Override
    public List<String> beginErasure(RequestId id) {
        return erasure.begin(id);
    }

    @Override
    public void planErasure(RequestId id, String system) {
        erasure.plan(id, system);
    }

    @Override
    public void dispatchErasure(RequestId id, String system) {
        erasure.dispatch(id, system);
    }

    @Override
    public boolean verifyErasure(RequestId id, String system) {
        return erasure.verify(id, system);
    }

    @Override
    public void answer(RequestId id) {
        SubjectRequest request = requests.lock(id);
        RequestOutcome outcome = outcomes.of(request);
        if (outcome == RequestOutcome.NOTHING_HELD) {
            requesters.requireRuledOut(request);
        }
        request.moveTo(RequestStatus.ANSWERING);
        answers.write(request, outcome);
        requests.update(request);
        events.addOnce(id, CaseEvent.Kind.ANSWERED, Actor.SYSTEM, null);
        failpoints.pass("answer-written");
    }

    @Override
    public void close(RequestId id) {
        failpoints.pass("before-close");
        SubjectRequest request = requests.lock(id);
        RequestOutcome outcome = outcomes.of(request);
        finish(request, outcome, CaseEvent.Kind.CLOSED);
        messages.send(request, (request.channel() == Channel.CLOCK ? "returned." : "answered.") + outcome.name(), null);
        failpoints.pass("closing");
    }

    @Override
    public void closeCancelled(RequestId id) {
        end(id, RequestOutcome.CANCELLED, null);
    }

    private void end(RequestId id, RequestOutcome outcome, CaseEvent.@Nullable Kind event) {
        SubjectRequest request = requests.lock(id);
        answers.write(request, outcome);
        finish(request, outcome, event);
        messages.send(request, "closed." + outcome.name() + (byPerson(request) ? "_BY_PERSON" : ""), null);
    }

    private boolean byPerson(SubjectRequest request) {
        return request.outcome() == RequestOutcome.CANCELLED
                && events.of(request.id()).stream().anyMatch(CaseEvent::isStoppedByPerson);
    }

    private void finish(SubjectRequest request, RequestOutcome outcome, CaseEvent.@Nullable Kind event) {
        UUID id = request.id().value();
        holds.lift(id, HoldKind.RESTRICTION, null, outcome.name(), Actor.SYSTEM);
        clocks.stopOnce(id);
        request.close(outcome, clock.instant());
        requests.update(request);
        if (event != null) {
            events.add(request.id(), event, Actor.SYSTEM, outcome.name());
        }
        proofs.destroyAll(request.id());
        log(EvidenceKind.REQUEST_CLOSED, request, outcome.name());
    }

    private void move(RequestId id, RequestStatus status) {
        SubjectRequest request = requests.lock(id);
        if (request.status() != status) {
            request.moveTo(status);
            requests.update(request);
        }
    }

    private void log(EvidenceKind kind, SubjectRequest request, @Nullable String outcome) {
        evidence.append(EvidenceEvent.of(kind, Actor.SYSTEM)
                .caseId(request.id().value())
                .subjectId(request.subjectId())
                .outcome(outcome)
                .build());
    }

    private LocalDate today() {
        return ChinaTime.today(clock);
    }
}
