package io.shouxin.request.internal;

import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.NewClaim;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.OpenClaims;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.RequestWorkflow;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private final Requests requests;
    private final CaseEvents events;
    private final RequestWorkflow workflow;
    private final CurrentActor current;

    ClaimService(
            Claims claims,
            Records records,
            Requests requests,
            CaseEvents events,
            RequestWorkflow workflow,
            CurrentActor current) {
        this.claims = claims;
        this.records = records;
        this.requests = requests;
        this.events = events;
        this.workflow = workflow;
        this.current = current;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Claims.Entry> of(UUID subject) {
        Actor actor = current.get();
        return actor.hasAny(READERS)
                ? claims.of(subject).stream()
                        .filter(entry -> actor.sees(entry.claim().branchId()))
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
    public OpenClaim record(NewClaim wanted) {
        Actor actor = current.get();
        if (!mayConcern(wanted)) {
            throw new AccessRefused("No claim about subject " + wanted.subjectId());
        }
        List<SubjectRequest> cases = lockCasesAbout(wanted.subjectId());
        OpenClaim claim = claims.record(wanted, actor);
        decideAgain(cases, CaseEvent.Kind.CLAIM_RECORDED, claim, actor);
        return claim;
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
    public void end(UUID id, String why) {
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
        decideAgain(cases, CaseEvent.Kind.CLAIM_ENDED, claim, actor);
    }

    /** The cases first, then the person: a case that is being decided meanwhile is waited for, or waits and sees the claim. */
    private List<SubjectRequest> lockCasesAbout(UUID subject) {
        return requests.openAbout(subject).stream()
                .sorted(Comparator.comparing(RequestId::value))
                .map(requests::lock)
                .toList();
    }

    private void decideAgain(List<SubjectRequest> cases, CaseEvent.Kind what, OpenClaim claim, Actor actor) {
        for (SubjectRequest request : cases) {
            events.add(request.id(), what, actor, claim.kind().name());
            if (BEING_LOOKED_AT.contains(request.status())) {
                workflow.factsChanged(request.id());
                request.decideAgain();
                requests.update(request);
            }
        }
    }
}
