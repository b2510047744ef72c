package io.shouxin.request.internal;

import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Holds;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.DecisionReason;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.shared.StateRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ClaimService implements OpenClaims {

    /** Where people look at decisions; before that they are still to be made, after that erasure has begun. */
    private static final Set<RequestStatus> BEING_LOOKED_AT =
            EnumSet.of(RequestStatus.OFFICER_REVIEW, RequestStatus.REVIEW, RequestStatus.SECOND_REVIEW);

    private final Claims claims;
    private final Records records;
    private final Holds holds;
    private final Requests requests;
    private final AuthorityRows authorities;
    private final CaseEvents events;
    private final RequestWorkflow workflow;
    private final CurrentActor current;
    private final Clock clock;

    ClaimService(
            Claims claims,
            Records records,
            Holds holds,
            Requests requests,
            AuthorityRows authorities,
            CaseEvents events,
            RequestWorkflow workflow,
            CurrentActor current,
            Clock clock) {
        this.claims = claims;
        this.records = records;
        this.holds = holds;
        this.requests = requests;
        this.authorities = authorities;
        this.events = events;
        this.workflow = workflow;
        this.current = current;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claims.Entry> of(UUID subject) {
        Actor actor = current.get();
        return actor.hasAny(VIEWERS)
                ? claims.of(subject).stream()
                        .filter(entry -> actor.sees(entry.claim().branchId()))
                        .map(entry -> actor.hasAny(READERS) ? entry : entry.withoutTexts())
                        .toList()
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldRecord> choices(UUID subject) {
        Actor actor = current.get();
        return actor.hasAny(RECORDERS)
                ? records.of(subject).stream()
                        .filter(record -> actor.sees(record.branchId()))
                        .toList()
                : List.of();
    }

    @Override
    public boolean mayEnd(OpenClaim claim) {
        Actor actor = current.get();
        return claim.stands() && actor.has(Role.PRIVACY_OFFICER) && actor.sees(claim.branchId());
    }

    @Override
    public Effect record(NewClaim wanted) {
        Actor actor = current.get();
        if (!mayConcern(wanted)) {
            throw new AccessRefused("No claim about subject " + wanted.subjectId());
        }
        List<SubjectRequest> cases = lockCasesAbout(wanted.subjectId());
        OpenClaim claim = claims.record(wanted, actor);
        return tell(cases, CaseEvent.Kind.CLAIM_RECORDED, CaseEvent.Kind.CLAIM_TOO_LATE, claim, actor);
    }

    /** A claim concerns what the actor may see: the deal, or every one of the records, at that branch. */
    private boolean mayConcern(NewClaim wanted) {
        List<HeldRecord> atBranch = choices(wanted.subjectId()).stream()
                .filter(record -> record.branchId().equals(wanted.branchId()))
                .toList();
        return wanted.deal() == null
                ? !atBranch.isEmpty()
                        && atBranch.stream().map(HeldRecord::id).toList().containsAll(wanted.records())
                : atBranch.stream().anyMatch(record -> wanted.deal().equals(OpenClaim.Deal.of(record)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenClaim> due() {
        Actor actor = current.get();
        LocalDate today = ChinaTime.today(clock);
        boolean onTheDay = actor.has(Role.STAFF) || actor.has(Role.REVIEWER);
        return actor.hasAny(RECORDERS)
                ? claims.due(actor.branches(), onTheDay ? today : today.minusDays(1))
                : List.of();
    }

    @Override
    public boolean mayRenew(OpenClaim claim) {
        Actor actor = current.get();
        return claim.stands() && actor.hasAny(RECORDERS) && actor.sees(claim.branchId());
    }

    @Override
    public Effect renew(UUID id, LocalDate next) {
        Actor actor = current.get();
        OpenClaim claim = claims.get(id);
        if (!actor.sees(claim.branchId())) {
            throw new NotFound("claim", id);
        }
        if (!actor.hasAny(RECORDERS)) {
            throw new AccessRefused("Renewing claim " + id);
        }
        List<SubjectRequest> cases = lockCasesAbout(claim.subjectId());
        OpenClaim renewed = claims.renew(claim, next, actor);
        return tell(cases, CaseEvent.Kind.CLAIM_RENEWED, CaseEvent.Kind.CLAIM_RENEWED, renewed, actor);
    }

    @Override
    public Effect end(UUID id, String why) {
        Actor actor = current.get();
        OpenClaim claim = claims.get(id);
        if (!actor.sees(claim.branchId())) {
            throw new NotFound("claim", id);
        }
        if (!actor.has(Role.PRIVACY_OFFICER)) {
            throw new AccessRefused("Ending claim " + id);
        }
        List<SubjectRequest> cases = lockCasesAbout(claim.subjectId());
        claims.end(claim, why, actor);
        keepNoLonger(claim, actor);
        return tell(cases, CaseEvent.Kind.CLAIM_ENDED, CaseEvent.Kind.CLAIM_ENDED, claim, actor);
    }

    /** What closed cases keep for this claim and for no other that stands has today as its last day. */
    private void keepNoLonger(OpenClaim ended, Actor actor) {
        List<OpenClaim> others = claims.standing(List.of(ended.subjectId()));
        List<UUID> alone = records.of(ended.subjectId()).stream()
                .filter(ended::concerns)
                .filter(record -> others.stream().noneMatch(other -> other.concerns(record)))
                .map(HeldRecord::id)
                .toList();
        LocalDate today = ChinaTime.today(clock);
        holds.endStorageOn(today, alone, DecisionReason.OPEN_CLAIM.name(), "CLAIM_ENDED", actor);
    }

    /**
     * The cases first, then the person, as everything does that locks both: a case that is being decided meanwhile is waited for, or
     * waits and sees the claim. An erasure locks the person alone; what it then writes into its case waits for nobody
     * ({@link Requests#lock}).
     */
    private List<SubjectRequest> lockCasesAbout(UUID subject) {
        return requests.openAbout(subject).stream()
                .sorted(Comparator.comparing(RequestId::value))
                .map(requests::lock)
                .toList();
    }

    /**
     * With the person locked no further case is decided. One that came and was decided since the others were locked knows nothing of
     * the change, and cannot be locked any more, since a case comes before a person.
     */
    private void requireAll(List<SubjectRequest> cases, UUID subject) {
        Set<RequestId> locked = cases.stream().map(SubjectRequest::id).collect(Collectors.toSet());
        requests.openAbout(subject).stream()
                .filter(id -> !locked.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new StateRefused("Request", id, "just coming in", "change a claim");
                });
    }

    /**
     * Writes it into each case; one whose records are not decided yet will see it when they are. Cases of branches that the actor does
     * not see are changed all the same, and not named.
     */
    private Effect tell(
            List<SubjectRequest> cases, CaseEvent.Kind what, CaseEvent.Kind late, OpenClaim claim, Actor actor) {
        requireAll(cases, claim.subjectId());
        List<String> again = new ArrayList<>();
        List<String> tooLate = new ArrayList<>();
        for (SubjectRequest request : cases) {
            boolean erases = request.erasureBeganAt() != null;
            events.add(request.id(), erases ? late : what, actor, claim.kind().name());
            if (erases) {
                named(request, actor).ifPresent(tooLate::add);
            } else if (BEING_LOOKED_AT.contains(request.status()) && !authorities.isOpen(request)) {
                workflow.factsChanged(request.id());
                request.decideAgain();
                requests.update(request);
                named(request, actor).ifPresent(again::add);
            }
        }
        return new Effect(claim, List.copyOf(again), List.copyOf(tooLate));
    }

    private static Optional<String> named(SubjectRequest request, Actor actor) {
        return actor.sees(request.branchId()) ? Optional.of(request.reference()) : Optional.empty();
    }
}
