package io.shouxin.sweep.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.Hash;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Classification;
import io.shouxin.record.DueDates;
import io.shouxin.record.DueDates.Due;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Records;
import io.shouxin.request.OpenCases;
import io.shouxin.request.StorageEnds;
import io.shouxin.retention.DecisionReason;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.StateRefused;
import io.shouxin.sweep.Approvals;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.SweepItem;
import io.shouxin.sweep.SweepWorkflow;
import io.shouxin.system.HoldingSystems;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what is due in a branch and puts it before people: one transaction, so that a node that dies leaves nothing. */
@Component
class SweepProposer {

    private static final Logger LOG = LoggerFactory.getLogger(SweepProposer.class);
    private static final int PER_MILLE = 1000;

    private final DueDates dates;
    private final DueRecounter recounter;
    private final Records records;
    private final OpenCases openCases;
    private final HoldingSystems systems;
    private final Approvals approvals;
    private final SweepRows sweeps;
    private final SweepItems items;
    private final SweepWorkflow workflow;
    private final Clocks clocks;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int most;

    SweepProposer(
            DueDates dates,
            DueRecounter recounter,
            Records records,
            OpenCases openCases,
            HoldingSystems systems,
            Approvals approvals,
            SweepRows sweeps,
            SweepItems items,
            SweepWorkflow workflow,
            Clocks clocks,
            Firms firms,
            EvidenceLog evidence,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${shouxin.sweep.most-records:5000}") int most) {
        this.dates = dates;
        this.recounter = recounter;
        this.records = records;
        this.openCases = openCases;
        this.systems = systems;
        this.approvals = approvals;
        this.sweeps = sweeps;
        this.items = items;
        this.workflow = workflow;
        this.clocks = clocks;
        this.firms = firms;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
        this.most = most;
    }

    /** Every branch by itself, so that one that fails holds back no other. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void proposeOnSchedule() {
        if (firms.find().isEmpty()) {
            return;
        }
        recounter.recountNow();
        for (Branch branch : firms.branches()) {
            try {
                if (mayPropose(branch.id())) {
                    propose(branch.id(), Actor.SYSTEM)
                            .ifPresent(id -> LOG.info("Sweep {} proposed for branch {}", id, branch.id()));
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "What is due in branch {} waits for the next look: {}",
                        branch.id(),
                        e.getClass().getName());
            }
        }
    }

    /** Whether none is under way and none was put off. */
    private boolean mayPropose(UUID branch) {
        return sweeps.underWay(branch).isEmpty() && restUntil(branch).isEmpty();
    }

    /** Until when the branch is left alone because its last proposal was rejected. */
    Optional<LocalDate> restUntil(UUID branch) {
        return sweeps.newest(branch)
                .map(sweep -> sweep.course().restUntil())
                .filter(day -> !day.isBefore(ChinaTime.today(clock)));
    }

    /**
     * @return the sweep, empty where nothing is due
     * @throws StateRefused if one of the branch is under way
     */
    Optional<UUID> propose(UUID branch, Actor by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            sweeps.underWay(branch).ifPresent(open -> {
                throw new StateRefused("Sweep", open.proposal().reference(), open.status(), "propose another");
            });
            List<SweepItem> due = due(branch);
            return due.isEmpty() ? Optional.<UUID>empty() : Optional.of(propose(branch, due, by));
        }));
    }

    private List<SweepItem> due(UUID branch) {
        List<Due> found = dates.due(branch, ChinaTime.today(clock), most);
        Set<UUID> busy = openCases.concerning(found.stream().map(Due::subjectId).collect(Collectors.toSet()));
        Map<UUID, HeldRecord> held = records
                .byIds(found.stream().map(Due::recordId).toList())
                .stream()
                .collect(Collectors.toMap(HeldRecord::id, Function.identity()));
        return found.stream()
                .filter(due -> !busy.contains(due.subjectId()) && held.containsKey(due.recordId()))
                .map(due -> item(due, Objects.requireNonNull(held.get(due.recordId()))))
                .toList();
    }

    private static SweepItem item(Due due, HeldRecord record) {
        return new SweepItem(
                due.recordId(),
                due.subjectId(),
                record.category(),
                record.classification(),
                Objects.requireNonNull(due.dueOn()),
                DecisionReason.valueOf(due.why()),
                Objects.requireNonNull(due.ruleId()),
                SweepItem.State.PENDING,
                null);
    }

    private UUID propose(UUID branch, List<SweepItem> due, Actor by) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        Set<UUID> ids = due.stream().map(SweepItem::recordId).collect(Collectors.toSet());
        int share = share(due.size(), dates.recordsIn(branch));
        Approvals.Needed needed = approvals.forSweep(share, due.stream().anyMatch(SweepProposer::isSensitive));
        RetentionSweep sweep = RetentionSweep.propose(new RetentionSweep.Proposal(
                id,
                sweeps.nextReference(ChinaTime.dayOf(now).getYear()),
                branch,
                systems.holderOf(ids).orElseThrow().id(),
                now,
                by.id(),
                (int) due.stream().map(SweepItem::subjectId).distinct().count(),
                due.size(),
                share,
                needed.people(),
                needed.ruleId(),
                approvals.version(),
                recounter.basis(),
                manifest(ids)));
        sweeps.insert(sweep);
        items.insert(id, due);
        evidence.append(EvidenceEvent.of(EvidenceKind.SWEEP_PROPOSED, by)
                .caseId(id)
                .target("branch", branch)
                .detail("reference", sweep.proposal().reference())
                .detail("records", due.size())
                .detail("people", sweep.proposal().people())
                .detail("approvals", needed.people())
                .detail("table", sweep.proposal().retentionBasis())
                .detail("records_sha256", sweep.proposal().manifest())
                .build());
        clocks.start(id, StorageEnds.DEADLINE, firms.firm().jurisdiction(), now);
        workflow.start(id);
        return id;
    }

    private static boolean isSensitive(SweepItem item) {
        return item.classification() == Classification.STATUTORY_SENSITIVE
                || item.classification() == Classification.STATUTORY_SENSITIVE_CHILD;
    }

    private static int share(int part, long all) {
        return all == 0 ? PER_MILLE : (int) Math.min(PER_MILLE, (part * (long) PER_MILLE + all - 1) / all);
    }

    /** SHA-256 over the sorted ids: who holds the list of ids can show that it is this list. */
    static String manifest(Set<UUID> ids) {
        String list = ids.stream().map(UUID::toString).sorted().collect(Collectors.joining("\n"));
        return Hash.sha256(list.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
