package io.shouxin.request.internal;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.ResponseDeadline;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Firms;
import io.shouxin.request.Authority;
import io.shouxin.request.CallBack;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.Channel;
import io.shouxin.request.MissingProof;
import io.shouxin.request.Proof;
import io.shouxin.request.RequestId;
import io.shouxin.request.StrongProofs;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps in which a case learns who is behind it. The clock rests only while the client owes proof; while the firm owes a call
 * it runs on, and no date of the client's runs. It runs on, too, while a client who has proved who they are is asked a question: a
 * question is the firm's wish, and no statute lets the time of the answer wait for it.
 */
@Component
class IdentitySteps {

    private final Requests requests;
    private final AuthorityRows authorities;
    private final NeededProof needed;
    private final StrongProofs proofs;
    private final CaseEvents events;
    private final CaseMessages messages;
    private final Clocks clocks;
    private final ResponseDeadline deadlines;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final Clock clock;

    IdentitySteps(
            Requests requests,
            AuthorityRows authorities,
            NeededProof needed,
            StrongProofs proofs,
            CaseEvents events,
            CaseMessages messages,
            Clocks clocks,
            ResponseDeadline deadlines,
            Firms firms,
            EvidenceLog evidence,
            Clock clock) {
        this.requests = requests;
        this.authorities = authorities;
        this.needed = needed;
        this.proofs = proofs;
        this.events = events;
        this.messages = messages;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.firms = firms;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * A clerk who notes a request knows whether the person is a stranger. From anywhere else the case of a stranger must look like
     * that of a client, or whoever sends requests in would learn who is one. Behind a case that the clock opened is nobody.
     */
    boolean suffices(RequestId id) {
        SubjectRequest request = requests.get(id);
        return !request.proofDemanded() && stands(request);
    }

    /** Whether it is clear who is behind a case, whatever else the client is asked. */
    boolean stands(SubjectRequest request) {
        if (request.channel() == Channel.CLOCK) {
            return true;
        }
        if (request.capacity().isForAnother()) {
            return !authorities.isOpen(request);
        }
        if (request.subjectId() == null && request.channel().isNotedByStaff()) {
            return true;
        }
        return request.proof() == Proof.STRONG || request.proof().atLeast(needed(request));
    }

    /** What is lacking before anything was asked; a question to the client is about something else. */
    MissingProof missing(RequestId id) {
        SubjectRequest request = requests.get(id);
        if (request.proofDemanded() || suffices(id)) {
            return MissingProof.NOTHING;
        }
        if (request.capacity().isForAnother()) {
            return authorities.get(id).state() == Authority.State.AWAITED ? MissingProof.PAPERS : MissingProof.CHECK;
        }
        if (owesCall(id)) {
            return MissingProof.CALL;
        }
        return waitsForCode(request) ? MissingProof.CODE : MissingProof.STRONG;
    }

    /** Whether a code to the number on file is all that this case waits for. */
    boolean waitsForCode(SubjectRequest request) {
        return !request.capacity().isForAnother() && !request.proofDemanded() && needed(request) == Proof.CODE;
    }

    private Proof needed(SubjectRequest request) {
        return needed.of(request.subjectId(), request.categories());
    }

    /** A client who would rather be called, or of whom nothing is on file that could be asked for, owes nothing yet. */
    boolean owesCall(RequestId id) {
        SubjectRequest request = requests.get(id);
        if (request.capacity().isForAnother()
                || request.proofDemanded()
                || request.callBack() == CallBack.NOT_REACHED) {
            return false;
        }
        return request.callBack() == CallBack.WANTED || (needed(request) == Proof.STRONG && nothingToAsk(request));
    }

    private boolean nothingToAsk(SubjectRequest request) {
        UUID subject = request.subjectId();
        return subject != null && proofs.questions(subject).isEmpty();
    }

    void planCall(RequestId id) {
        SubjectRequest request = requests.lock(id);
        request.awaitCall();
        requests.update(request);
        events.add(id, CaseEvent.Kind.CALL_PROMISED, Actor.SYSTEM, null);
        messages.send(request, "callPromised", clocks.dueOn(id.value()).orElse(null));
    }

    void ask(RequestId id) {
        SubjectRequest request = requests.lock(id);
        DeadlineRule period = period();
        LocalDate due = clocks.workingDaysAfter(today(), period.workingDays());
        boolean question = request.proofDemanded();
        request.awaitProof(question ? answerBy(id, due) : due);
        requests.update(request);
        if (!question && clocks.state(id.value()) == ClockState.RUNNING) {
            clocks.pause(id.value(), Clocks.CLIENT_PROOF);
            log(EvidenceKind.CLOCK_PAUSED, request, period.ruleId());
        }
        events.add(id, CaseEvent.Kind.PROOF_ASKED, Actor.SYSTEM, question ? "QUESTION" : "IDENTITY");
        messages.send(request, template(request), request.proofDueOn());
    }

    boolean asksOnly(RequestId id) {
        return requests.get(id).proofDemanded();
    }

    /** The last day for an answer leaves the firm the time between its internal date and the law's; one working day at the least. */
    private LocalDate answerBy(RequestId id, LocalDate longest) {
        LocalDate workBy = clocks.view(id.value()).workBy();
        LocalDate least = clocks.workingDaysAfter(today(), 1);
        LocalDate latest = workBy == null || longest.isBefore(workBy) ? longest : workBy;
        return latest.isBefore(least) ? least : latest;
    }

    private static String template(SubjectRequest request) {
        if (request.proofDemanded()) {
            return "questionAsked";
        }
        return request.callBack() == CallBack.NOT_REACHED ? "callFailed" : "proofAsked";
    }

    Instant dueAt(RequestId id) {
        @Nullable LocalDate due = requests.get(id).proofDueOn();
        LocalDate day = due == null ? clocks.workingDaysAfter(today(), period().workingDays()) : due;
        return ChinaTime.startOf(day.plusDays(1));
    }

    /** Proof or an answer came, the client now wants to be called, or an answer did not come: the client owes nothing. */
    void accept(RequestId id) {
        SubjectRequest request = requests.lock(id);
        if (request.proofDemanded() && !isAnswered(id)) {
            events.add(id, CaseEvent.Kind.NO_ANSWER, Actor.SYSTEM, null);
        }
        request.acceptProof();
        requests.update(request);
        if (clocks.state(id.value()) == ClockState.PAUSED) {
            clocks.resume(id.value());
            log(EvidenceKind.CLOCK_RESUMED, request, null);
            if (request.callBack() != CallBack.WANTED && !isNoted(id)) {
                events.add(id, CaseEvent.Kind.PROOF_RECEIVED, Actor.SYSTEM, null);
            }
        }
    }

    private boolean isAnswered(RequestId id) {
        List<CaseEvent> all = events.of(id);
        for (int i = all.size() - 1; i >= 0 && all.get(i).kind() != CaseEvent.Kind.PROOF_ASKED; i--) {
            CaseEvent.Kind kind = all.get(i).kind();
            if (kind == CaseEvent.Kind.PROOF_RECEIVED || kind == CaseEvent.Kind.IDENTITY_CONFIRMED) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clerk has just written down what came. */
    private boolean isNoted(RequestId id) {
        List<CaseEvent> all = events.of(id);
        return !all.isEmpty() && all.get(all.size() - 1).kind() == CaseEvent.Kind.PROOF_RECEIVED;
    }

    /** How long the client has for what they owe. */
    private DeadlineRule period() {
        return deadlines.rule(Clocks.CLIENT_PROOF, firms.firm().jurisdiction());
    }

    private void log(EvidenceKind kind, SubjectRequest request, @Nullable String rule) {
        evidence.append(EvidenceEvent.of(kind, Actor.SYSTEM)
                .caseId(request.id().value())
                .subjectId(request.subjectId())
                .detail("rule", rule)
                .build());
    }

    private LocalDate today() {
        return ChinaTime.today(clock);
    }
}
