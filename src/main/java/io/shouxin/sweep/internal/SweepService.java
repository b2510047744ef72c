package io.shouxin.sweep.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.inbox.Escalations;
import io.shouxin.platform.Failpoints;
import io.shouxin.request.DraftStore;
import io.shouxin.request.StaffDrafts;
import io.shouxin.shared.Actor;
import io.shouxin.shared.StateRefused;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.SweepItem;
import io.shouxin.sweep.SweepSteps;
import io.shouxin.system.Erasures;
import io.shouxin.system.HoldingSystem.Wanted;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destroys an approved sweep part by part, through the same erasure as a client's case. */
@Service
@Transactional
class SweepService implements SweepSteps {

    private static final int PAGE = 5_000;

    private final SweepRows sweeps;
    private final SweepItems items;
    private final LastLook lastLook;
    private final Erasures erasures;
    private final DraftStore drafts;
    private final StaffDrafts staffDrafts;
    private final SweepCertificates certificates;
    private final Clocks clocks;
    private final Escalations escalations;
    private final EvidenceLog evidence;
    private final Failpoints failpoints;
    private final Clock clock;
    private final int people;

    SweepService(
            SweepRows sweeps,
            SweepItems items,
            LastLook lastLook,
            Erasures erasures,
            DraftStore drafts,
            StaffDrafts staffDrafts,
            SweepCertificates certificates,
            Clocks clocks,
            Escalations escalations,
            EvidenceLog evidence,
            Failpoints failpoints,
            Clock clock,
            @Value("${shouxin.sweep.people-per-part:200}") int people) {
        this.sweeps = sweeps;
        this.items = items;
        this.lastLook = lastLook;
        this.erasures = erasures;
        this.drafts = drafts;
        this.staffDrafts = staffDrafts;
        this.certificates = certificates;
        this.clocks = clocks;
        this.escalations = escalations;
        this.evidence = evidence;
        this.failpoints = failpoints;
        this.clock = clock;
        this.people = people;
    }

    @Override
    public void planBatch(UUID id) {
        RetentionSweep sweep = sweeps.lock(id);
        sweep.destroy(clock.instant());
        sweeps.update(sweep);
        if (!items.planned(id).isEmpty()) {
            return;
        }
        items.planNext(id, people);
        List<SweepItem> planned = items.planned(id);
        if (!planned.isEmpty()) {
            erasures.plan(
                    id,
                    sweep.proposal().system(),
                    planned.stream().map(SweepItem::recordId).toList());
        }
        failpoints.pass("sweep-part-planned");
    }

    @Override
    public boolean destroyBatch(UUID id) {
        RetentionSweep sweep = sweeps.lock(id);
        List<SweepItem> planned = items.planned(id);
        if (!planned.isEmpty()) {
            erasures.dispatch(
                            id,
                            sweep.proposal().system(),
                            () -> new Wanted(withoutWhatIsKeptNow(id, planned), Set.of()))
                    .ifPresent(receipt -> {
                        items.spare(id, lastLook.stillThere(items.planned(id)));
                        Set<UUID> gone = items.planned(id).stream()
                                .map(SweepItem::subjectId)
                                .collect(Collectors.toCollection(TreeSet::new));
                        drafts.discard(gone);
                        staffDrafts.discard(gone);
                        items.destroyed(id, receipt);
                    });
        }
        failpoints.pass("sweep-part-destroyed");
        return items.anyPending(id);
    }

    private Map<UUID, Set<UUID>> withoutWhatIsKeptNow(UUID id, List<SweepItem> planned) {
        Map<UUID, String> kept = lastLook.keptNow(planned);
        items.spare(id, kept);
        return planned.stream()
                .filter(item -> !kept.containsKey(item.recordId()))
                .collect(Collectors.groupingBy(
                        SweepItem::subjectId, Collectors.mapping(SweepItem::recordId, Collectors.toSet())));
    }

    @Override
    public void verify(UUID id) {
        RetentionSweep sweep = sweeps.lock(id);
        UUID last = SweepItems.BEFORE_ALL;
        List<UUID> page;
        do {
            page = items.destroyedAfter(id, last, PAGE);
            if (!page.isEmpty()) {
                if (!erasures.verify(id, sweep.proposal().system(), Set.copyOf(page))) {
                    throw new StateRefused("Sweep", sweep.proposal().reference(), "not erased", "certify");
                }
                last = page.get(page.size() - 1);
            }
        } while (page.size() == PAGE);
        sweep.verified(clock.instant());
        sweeps.update(sweep);
        failpoints.pass("sweep-verified");
    }

    @Override
    public void certify(UUID id) {
        RetentionSweep sweep = sweeps.lock(id);
        if (sweep.status().isClosed()) {
            return;
        }
        int destroyed = items.count(id, SweepItem.State.DESTROYED);
        if (destroyed > 0) {
            certificates.issue(sweep);
        }
        sweep.complete(clock.instant());
        sweeps.update(sweep);
        clocks.stopOnce(id);
        evidence.append(EvidenceEvent.of(EvidenceKind.SWEEP_CLOSED, Actor.SYSTEM)
                .caseId(id)
                .outcome(sweep.status().name())
                .detail("destroyed", destroyed)
                .detail("spared", items.count(id, SweepItem.State.SPARED))
                .build());
        failpoints.pass("sweep-certified");
    }

    @Override
    public void escalate(UUID id) {
        escalations.escalate(id);
    }
}
