package io.shouxin.request.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Failpoints;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.DraftStore;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestId;
import io.shouxin.request.StaffDrafts;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.DecisionReason;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.system.Erasures;
import io.shouxin.system.HoldingSystem.Wanted;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Erases in every system, through effect rows, so that a crash at any point completes exactly once. */
@Component
class ErasureSteps {

    private final Requests requests;
    private final DecisionRows decisions;
    private final DecisionProposer proposer;
    private final ErasureRows rows;
    private final CaseEvents events;
    private final Erasures erasures;
    private final Holds holds;
    private final DraftStore drafts;
    private final StaffDrafts staffDrafts;
    private final EvidenceLog evidence;
    private final Failpoints failpoints;
    private final Clock clock;

    ErasureSteps(
            Requests requests,
            DecisionRows decisions,
            DecisionProposer proposer,
            ErasureRows rows,
            CaseEvents events,
            Erasures erasures,
            Holds holds,
            DraftStore drafts,
            StaffDrafts staffDrafts,
            EvidenceLog evidence,
            Failpoints failpoints,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.proposer = proposer;
        this.rows = rows;
        this.events = events;
        this.erasures = erasures;
        this.holds = holds;
        this.drafts = drafts;
        this.staffDrafts = staffDrafts;
        this.evidence = evidence;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    List<String> begin(RequestId id) {
        SubjectRequest request = requests.lock(id);
        request.beginErasure(clock.instant());
        requests.update(request);
        if (request.refusalCode() != null) {
            return List.of();
        }
        List<RecordDecision> all = decisions.of(id);
        List<Hold> storedOnly = all.stream()
                .filter(decision -> decision.outcome() == Outcome.RESTRICT_STORAGE_ONLY)
                .map(decision -> storageOnly(request, decision))
                .toList();
        if (!storedOnly.isEmpty()) {
            holds.place(storedOnly, Actor.SYSTEM);
        }
        liftWhatEnded(all);
        List<String> toErase = all.stream()
                .filter(RecordDecision::erases)
                .map(RecordDecision::system)
                .distinct()
                .sorted()
                .toList();
        if (!toErase.isEmpty()) {
            events.addOnce(id, CaseEvent.Kind.ERASURE_BEGAN, Actor.SYSTEM, null);
        }
        failpoints.pass("erasure-begun");
        return toErase;
    }

    /** An earlier duty that is over does not go on standing beside what was decided now; a seal leaves all as it is. */
    private void liftWhatEnded(List<RecordDecision> all) {
        List<UUID> decidedAgain = all.stream()
                .filter(decision -> !decision.erases() && decision.outcome() != Outcome.HELD)
                .map(RecordDecision::recordId)
                .toList();
        if (!decidedAgain.isEmpty()) {
            holds.liftEndedStorage(decidedAgain, ChinaTime.dayOf(clock.instant()), "DECIDED_AGAIN", Actor.SYSTEM);
        }
    }

    private static Hold storageOnly(SubjectRequest request, RecordDecision decision) {
        return new Hold(
                UUID.randomUUID(),
                HoldKind.STORAGE_ONLY,
                decision.subjectId(),
                decision.recordId(),
                ground(decision.proposed()),
                Objects.requireNonNullElse(decision.proposed().source(), "PIPL 47(2)"),
                request.id().value(),
                request.reference(),
                decision.until());
    }

    /** What is kept for an open claim is not kept by a rule, and goes when the claim does. */
    private static String ground(RetentionDecision proposed) {
        return proposed.reason() == DecisionReason.OPEN_CLAIM
                ? DecisionReason.OPEN_CLAIM.name()
                : Objects.requireNonNullElse(proposed.ruleId(), "OFFICER");
    }

    /** Plans the next attempt: the first, or after a repair one that leaves out what was sealed in between. */
    void plan(RequestId id, String system) {
        List<RecordDecision> all = decisions.of(id);
        List<Hold> standing =
                holds.standing(all.stream().map(RecordDecision::subjectId).collect(Collectors.toSet()));
        Set<UUID> wanted = toErase(withoutWhatWasSealedSince(id, all, standing), system).stream()
                .map(RecordDecision::recordId)
                .collect(Collectors.toSet());
        if (standing.stream().anyMatch(hold -> hold.kind() == HoldKind.STORAGE_ONLY)) {
            holds.liftStorageOnly(wanted, "DECIDED_AGAIN", Actor.SYSTEM);
        }
        erasures.plan(id.value(), system, wanted);
    }

    private List<RecordDecision> withoutWhatWasSealedSince(
            RequestId id, List<RecordDecision> all, List<Hold> standing) {
        if (standing.stream().noneMatch(hold -> hold.kind() == HoldKind.SEAL)) {
            return all;
        }
        SubjectRequest request = requests.get(id);
        Map<UUID, RecordDecision> held = proposer.propose(Objects.requireNonNull(request.subjectId()), request).stream()
                .filter(decision -> decision.outcome() == Outcome.HELD)
                .collect(Collectors.toMap(RecordDecision::recordId, Function.identity()));
        List<RecordDecision> now = all.stream()
                .map(decision -> decision.erases() ? held.getOrDefault(decision.recordId(), decision) : decision)
                .toList();
        if (now.equals(all)) {
            return all;
        }
        decisions.replace(id, now);
        now.stream().filter(decision -> !all.contains(decision)).forEach(decision -> {
            events.add(
                    id,
                    CaseEvent.Kind.DECISION_CHANGED,
                    Actor.SYSTEM,
                    decision.category().name());
            evidence.append(EvidenceEvent.of(EvidenceKind.DECISION_CHANGED, Actor.SYSTEM)
                    .caseId(id.value())
                    .subjectId(decision.subjectId())
                    .target("record", decision.recordId())
                    .outcome(decision.outcome().name())
                    .build());
        });
        return now;
    }

    void dispatch(RequestId id, String system) {
        erasures.dispatch(id.value(), system, () -> wanted(id, system)).ifPresent(receipt -> {
            Set<UUID> people =
                    decisions.of(id).stream().map(RecordDecision::subjectId).collect(Collectors.toSet());
            drafts.discard(people);
            staffDrafts.discard(people, id);
            rows.save(id, system, receipt);
            events.add(id, CaseEvent.Kind.ERASED, Actor.SYSTEM, system);
            failpoints.pass("erasure-confirmed");
        });
    }

    private Wanted wanted(RequestId id, String system) {
        List<RecordDecision> all = toErase(decisions.of(id), system);
        return new Wanted(
                all.stream()
                        .collect(Collectors.groupingBy(
                                RecordDecision::subjectId,
                                Collectors.mapping(RecordDecision::recordId, Collectors.toSet()))),
                all.stream()
                        .filter(decision -> decision.outcome() == Outcome.ANONYMISE)
                        .map(RecordDecision::recordId)
                        .collect(Collectors.toSet()));
    }

    boolean verify(RequestId id, String system) {
        Set<UUID> ids = toErase(decisions.of(id), system).stream()
                .map(RecordDecision::recordId)
                .collect(Collectors.toSet());
        boolean nothingLeft = erasures.verify(id.value(), system, ids);
        rows.verified(id, system, nothingLeft);
        events.add(
                id, nothingLeft ? CaseEvent.Kind.VERIFIED : CaseEvent.Kind.VERIFICATION_FAILED, Actor.SYSTEM, system);
        failpoints.pass("erasure-verified");
        return nothingLeft;
    }

    private static List<RecordDecision> toErase(List<RecordDecision> all, String system) {
        return all.stream()
                .filter(RecordDecision::erases)
                .filter(decision -> decision.system().equals(system))
                .toList();
    }
}
