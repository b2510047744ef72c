package io.shouxin.request.internal;

import io.shouxin.document.CheckedFile;
import io.shouxin.document.FileChecks;
import io.shouxin.document.FileRefused;
import io.shouxin.document.VirusScan;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.request.Authority;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.Channel;
import io.shouxin.request.Paper;
import io.shouxin.request.PersonReveal;
import io.shouxin.request.ProofFile;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class ProofFileService implements ProofFiles {

    /** Each costs the machine a look; nobody needs as many in a day. */
    private static final int MOST_TRIES_A_DAY = 30;

    private static final Set<RequestStatus> WELCOME = Set.of(RequestStatus.AWAITING_PROOF, RequestStatus.AWAITING_CALL);

    private static final Set<Role> READERS =
            Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    private final Requests requests;
    private final IdentitySteps identity;
    private final AuthorityRows authorities;
    private final ProofFileRows rows;
    private final ProofFileKeeping keeping;
    private final FileChecks checks;
    private final VirusScan scan;
    private final CaseEvents events;
    private final RequestWorkflow workflow;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProofFileService(
            Requests requests,
            IdentitySteps identity,
            AuthorityRows authorities,
            ProofFileRows rows,
            ProofFileKeeping keeping,
            FileChecks checks,
            VirusScan scan,
            CaseEvents events,
            RequestWorkflow workflow,
            EvidenceLog evidence,
            CurrentActor current,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.identity = identity;
        this.authorities = authorities;
        this.rows = rows;
        this.keeping = keeping;
        this.checks = checks;
        this.scan = scan;
        this.events = events;
        this.workflow = workflow;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<ProofFile> of(RequestId id) {
        visible(id, READERS);
        return rows.of(id);
    }

    @Override
    public boolean welcome(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = visible(id, READERS);
        return isWelcome(request, actor) && (actor.kind() == Actor.Kind.CLIENT || actor.hasAny(RequestIntake.HANDLERS));
    }

    private boolean isWelcome(SubjectRequest request, Actor actor) {
        return request.channel() != Channel.CLOCK
                && (actor.kind() == Actor.Kind.CLIENT
                        ? WELCOME.contains(request.status()) || arePapersWelcome(request)
                        : request.erasureBeganAt() == null && request.status() != RequestStatus.CLOSED);
    }

    /** Whoever asks for another person hands in papers from the first moment on, until somebody has looked at them. */
    private boolean arePapersWelcome(SubjectRequest request) {
        return request.status() == RequestStatus.RECEIVED && authorities.isOpen(request);
    }

    @Override
    public ProofFile handIn(RequestId id, byte[] content, @Nullable Paper paper) {
        Actor actor = current.get();
        UUID file = inTransaction(() -> receive(id, paper, actor));
        CheckedFile checked;
        try {
            checked = checks.check(content);
        } catch (FileRefused e) {
            return keeping.refuse(file, e.problem(), actor);
        }
        boolean sent = actor.kind() == Actor.Kind.STAFF;
        ProofFile kept = inTransaction(() -> {
            requireWelcome(requests.lock(id), actor);
            return keeping.keep(file, checked, scan.isOn(), sent, actor);
        });
        return scan.isOn() ? keeping.settle(file, scan.scan(checked.content())) : kept;
    }

    private UUID receive(RequestId id, @Nullable Paper paper, Actor actor) {
        SubjectRequest request = requests.lock(id);
        ProofIntake.requireOwner(request, actor);
        requireWelcome(request, actor);
        List<ProofFile> before = rows.of(id);
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        if (before.stream().filter(file -> file.receivedAt().isAfter(yesterday)).count() >= MOST_TRIES_A_DAY) {
            throw new InvalidInput("/file", "request.error.proofTries");
        }
        boolean open = !identity.stands(request);
        if (before.stream().filter(file -> counts(file, open)).count() >= MOST) {
            throw new InvalidInput("/file", "request.error.proofTooMany", MOST);
        }
        UUID file = UUID.randomUUID();
        rows.add(ProofFile.receive(
                file, id, before.size() + 1, actor.kind() == Actor.Kind.STAFF, paper, clock.instant()));
        return file;
    }

    /** @param open whether somebody still has to look at files to learn who the client is; else nobody waits for what was sent */
    private static boolean counts(ProofFile file, boolean open) {
        return file.isUnsent() || (open && file.awaitsJudgement()) || file.state() == ProofFile.State.RECEIVED;
    }

    private void requireWelcome(SubjectRequest request, Actor actor) {
        if (!isWelcome(request, actor)) {
            throw new StateRefused("Request", request.reference(), request.status(), "hand in a file");
        }
    }

    @Override
    public void remove(RequestId id, UUID file) {
        Actor actor = current.get();
        transaction.executeWithoutResult(status -> {
            ProofIntake.requireOwner(requests.lock(id), actor);
            requireOf(id, file);
            keeping.remove(file, actor);
        });
    }

    private void requireOf(RequestId id, UUID file) {
        if (rows.of(id).stream().noneMatch(one -> one.id().equals(file))) {
            throw new NotFound("proof file", file);
        }
    }

    @Override
    public void submit(RequestId id) {
        Actor actor = current.get();
        transaction.executeWithoutResult(status -> {
            SubjectRequest request = requests.lock(id);
            ProofIntake.requireOwner(request, actor);
            if (!WELCOME.contains(request.status()) && !arePapersWelcome(request)) {
                throw new StateRefused("Request", request.reference(), request.status(), "send files");
            }
            List<ProofFile> unsent =
                    rows.of(id).stream().filter(ProofFile::isUnsent).toList();
            if (unsent.isEmpty()) {
                throw new InvalidInput("/file", "request.error.proofNone");
            }
            for (ProofFile file : unsent) {
                file.submit(clock.instant());
                rows.update(file);
            }
            keeping.received(id, unsent, actor);
            if (authorities.isOpen(request)) {
                Authority authority = authorities.get(id);
                authority.papersCame();
                authorities.update(authority);
            }
            if (WELCOME.contains(request.status())) {
                workflow.proofReceived(id);
            }
        });
    }

    @Override
    public Opened open(UUID id) {
        return inTransaction(() -> {
            ProofFile file = rows.find(id).orElseThrow(() -> new NotFound("proof file", id));
            SubjectRequest request = visible(file.request(), PersonReveal.READERS);
            Actor actor = current.get();
            if (actor.kind() != Actor.Kind.STAFF || file.state() != ProofFile.State.CLEARED) {
                throw new NotFound("proof file", id);
            }
            byte[] content = keeping.content(file).orElseThrow(() -> new NotFound("proof file", id));
            events.add(request.id(), CaseEvent.Kind.PROOF_VIEWED, actor, null);
            evidence.append(EvidenceEvent.of(EvidenceKind.PROOF_VIEWED, actor)
                    .caseId(request.id().value())
                    .subjectId(request.subjectId())
                    .target("proof", id)
                    .build());
            return new Opened(
                    request.reference() + "-proof-" + file.number() + ".jpg",
                    Objects.requireNonNull(file.mediaType()),
                    content);
        });
    }

    private SubjectRequest visible(RequestId id, Set<Role> staff) {
        Actor actor = current.get();
        return requests.find(id)
                .filter(request -> switch (actor.kind()) {
                    case CLIENT -> actor.isClient(request.owner());
                    case STAFF -> actor.sees(request.branchId()) && actor.hasAny(staff);
                    case SYSTEM -> true;
                    case INTEGRATOR, ANONYMOUS -> false;
                })
                .orElseThrow(() -> new NotFound("request", id));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
