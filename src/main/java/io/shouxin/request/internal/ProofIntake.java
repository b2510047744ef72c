package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.Authority;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.MissingProof;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.ProofRules;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What reaches a case after it came in: proof of identity, an answer, the wish to be called, and its reopening. */
@Component
class ProofIntake {

    /** Somebody owes something before the case can be decided, so that proof is welcome. */
    private static final Set<RequestStatus> UNPROVEN =
            Set.of(RequestStatus.AWAITING_CALL, RequestStatus.AWAITING_PROOF);

    private final Requests requests;
    private final IdentitySteps identity;
    private final AuthorityRows authorities;
    private final ProofRules rules;
    private final PersonData people;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final RequestWorkflow workflow;
    private final Clocks clocks;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    ProofIntake(
            Requests requests,
            IdentitySteps identity,
            AuthorityRows authorities,
            ProofRules rules,
            PersonData people,
            CaseTexts texts,
            CaseEvents events,
            RequestWorkflow workflow,
            Clocks clocks,
            EvidenceLog evidence,
            CurrentActor current) {
        this.requests = requests;
        this.identity = identity;
        this.authorities = authorities;
        this.rules = rules;
        this.people = people;
        this.texts = texts;
        this.events = events;
        this.workflow = workflow;
        this.clocks = clocks;
        this.evidence = evidence;
        this.current = current;
    }

    void confirm(RequestId id, ProofMethod method) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        requireOwner(request, actor);
        requireForOneself(request, "confirm identity");
        request.recognise(method);
        requests.update(request);
        note(request, method, actor);
        if (UNPROVEN.contains(request.status())) {
            workflow.proofReceived(id);
        }
    }

    /** Whoever entered a case may know, even if it fell to another branch. */
    MissingProof missing(RequestId id) {
        Actor actor = current.get();
        if (!events.receivedBy(id, actor)) {
            requireOwner(requests.get(id), actor);
        }
        return identity.missing(id);
    }

    boolean confirmSignIn(RequestId id) {
        SubjectRequest request = requests.lock(id);
        Actor actor = current.get();
        if (actor.kind() != Actor.Kind.CLIENT
                || !actor.isClient(request.owner())
                || !UNPROVEN.contains(request.status())
                || !identity.waitsForCode(request)
                || !isOnFile(request)) {
            return false;
        }
        if (!request.proof().atLeast(Proof.CODE)) {
            confirm(id, ProofMethod.ONE_TIME_CODE);
        }
        return true;
    }

    /** A number that somebody only named for a known client proves nothing about that client. */
    private boolean isOnFile(SubjectRequest request) {
        return request.subjectId() == null
                || !people.card(request.subjectId(), Purpose.CASE).phones().isEmpty();
    }

    void answer(RequestId id, String text) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        requireOwner(request, actor);
        if (text.isBlank()) {
            throw new InvalidInput("/text", "request.error.answerMissing");
        }
        if (request.status() != RequestStatus.AWAITING_PROOF || authorities.isOpen(request)) {
            throw new StateRefused("Request", request.reference(), request.status(), "answer a question");
        }
        texts.add(id, CaseText.Kind.ANSWER, text, actor.id());
        events.add(id, CaseEvent.Kind.PROOF_RECEIVED, actor, "ANSWER");
        evidence.append(EvidenceEvent.of(EvidenceKind.PROOF_RECEIVED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .outcome("ANSWER")
                .build());
        workflow.proofReceived(id);
    }

    /** Where the client was asked for proof, it is now the firm's turn. */
    void wantCall(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        requireOwner(request, actor);
        requireForOneself(request, "ask for a call");
        if (request.status() != RequestStatus.AWAITING_PROOF || request.proofDemanded()) {
            throw new StateRefused("Request", request.reference(), request.status(), "ask for a call");
        }
        request.wantCall();
        requests.update(request);
        events.add(id, CaseEvent.Kind.CALL_WANTED, actor, null);
        workflow.proofReceived(id);
    }

    /** Papers stand in the place of what proves a client's identity. */
    private static void requireForOneself(SubjectRequest request, String action) {
        if (request.capacity().isForAnother()) {
            throw new StateRefused("Request", request.reference(), request.capacity(), action);
        }
    }

    /** Without a method of proof the firm calls back; whoever asks for another person is asked for papers, or shows them. */
    void reopen(RequestId id, @Nullable ProofMethod method) {
        Actor actor = current.get();
        SubjectRequest request = requests.lock(id);
        requireOwner(request, actor);
        request.reopen();
        if (request.capacity().isForAnother()) {
            if (actor.kind() == Actor.Kind.STAFF) {
                Authority authority = authorities.get(id);
                authority.papersCame();
                authorities.update(authority);
            }
        } else if (method == null) {
            request.wantCall();
        } else {
            request.recognise(method);
        }
        requests.update(request);
        clocks.reopen(id.value());
        events.add(id, CaseEvent.Kind.REOPENED, actor, null);
        evidence.append(EvidenceEvent.of(EvidenceKind.REQUEST_REOPENED, actor)
                .caseId(id.value())
                .subjectId(request.subjectId())
                .build());
        if (method != null && !request.capacity().isForAnother()) {
            note(request, method, actor);
        }
        workflow.start(id);
    }

    /** Writes into timeline and log how the person was recognised. */
    void note(SubjectRequest request, ProofMethod method, Actor actor) {
        events.add(request.id(), CaseEvent.Kind.IDENTITY_CONFIRMED, actor, method.name());
        evidence.append(EvidenceEvent.of(EvidenceKind.IDENTITY_CONFIRMED, actor)
                .caseId(request.id().value())
                .subjectId(request.subjectId())
                .outcome(method.name())
                .detail("table", rules.version())
                .build());
    }

    static void requireOwner(SubjectRequest request, Actor actor) {
        boolean allowed =
                switch (actor.kind()) {
                    case CLIENT -> actor.isClient(request.owner());
                    case STAFF -> actor.hasAny(RequestIntake.HANDLERS) && actor.sees(request.branchId());
                    case SYSTEM -> true;
                    case INTEGRATOR, ANONYMOUS -> false;
                };
        if (!allowed) {
            throw new AccessRefused("Request " + request.id() + " is not the actor's");
        }
    }
}
