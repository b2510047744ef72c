package io.shouxin.sweep.internal;

import io.shouxin.document.FileStore;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.evidence.ShownRows;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.record.AnonymousCounts;
import io.shouxin.record.DueDates;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.ErasureReceipt;
import io.shouxin.request.PapersElsewhere;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader.Paper;
import io.shouxin.request.RequestReader.Verified;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.sweep.RetentionSweep;
import io.shouxin.sweep.SweepItem;
import io.shouxin.sweep.Sweeps;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sweeps as those see them who may: in their branches, with a note of whom they were shown. */
@Service
class SweepReader implements Sweeps, PapersElsewhere {

    private static final Set<Role> READERS = Set.of(Role.PRIVACY_OFFICER, Role.REVIEWER, Role.AUDITOR);
    private static final int SAMPLES = 5;

    private final SweepRows sweeps;
    private final SweepItems items;
    private final SweepProposer proposer;
    private final DueRecounter recounter;
    private final DueDates dates;
    private final AnonymousCounts counts;
    private final PersonData people;
    private final Firms firms;
    private final FileStore files;
    private final ShownRows shown;
    private final EvidenceLog evidence;
    private final CurrentActor current;
    private final Clock clock;

    SweepReader(
            SweepRows sweeps,
            SweepItems items,
            SweepProposer proposer,
            DueRecounter recounter,
            DueDates dates,
            AnonymousCounts counts,
            PersonData people,
            Firms firms,
            FileStore files,
            ShownRows shown,
            EvidenceLog evidence,
            CurrentActor current,
            Clock clock) {
        this.sweeps = sweeps;
        this.items = items;
        this.proposer = proposer;
        this.recounter = recounter;
        this.dates = dates;
        this.counts = counts;
        this.people = people;
        this.firms = firms;
        this.files = files;
        this.shown = shown;
        this.evidence = evidence;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> proposeNow(UUID branch) {
        Actor actor = current.get();
        if (!actor.has(Role.PRIVACY_OFFICER) || !actor.sees(branch)) {
            throw new AccessRefused("Sweep of branch " + branch);
        }
        recounter.recountNow();
        return proposer.propose(branch, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RetentionSweep> list(int limit) {
        return sweeps.ofBranches(mine().stream().map(Branch::id).toList(), limit);
    }

    @Override
    public List<AnonymousCounts.Count> anonymised() {
        return counts.in(mine().stream().map(Branch::id).toList());
    }

    private List<Branch> mine() {
        Actor actor = current.get();
        return actor.hasAny(READERS)
                ? firms.branches().stream()
                        .filter(branch -> actor.sees(branch.id()))
                        .toList()
                : List.of();
    }

    @Override
    @Transactional
    public View get(UUID id) {
        RetentionSweep sweep = visible(id);
        List<ErasureReceipt> parts =
                items.receipts(id, sweep.proposal().system(), sweep.course().verifiedAt());
        return new View(
                sweep,
                firms.branch(sweep.proposal().branchId()),
                items.groups(id),
                samples(sweep),
                items.spared(id),
                items.count(id, SweepItem.State.DESTROYED),
                parts.stream().mapToInt(part -> part.destroyedKeys().size()).sum());
    }

    private RetentionSweep visible(UUID id) {
        Actor actor = current.get();
        RetentionSweep sweep = sweeps.get(id);
        if (!actor.hasAny(READERS) || !actor.sees(sweep.proposal().branchId())) {
            throw new NotFound("sweep", id);
        }
        return sweep;
    }

    /** A few people to check the dry run by; nobody is looked at any more when it is decided, and an auditor sees codes only. */
    private List<Sample> samples(RetentionSweep sweep) {
        if (sweep.course().erasureBeganAt() != null
                || sweep.status().isClosed()
                || !current.get().hasAny(Set.of(Role.PRIVACY_OFFICER, Role.REVIEWER))) {
            return List.of();
        }
        Map<UUID, List<SweepItem>> some = items.ofSome(sweep.id(), SAMPLES).stream()
                .collect(Collectors.groupingBy(SweepItem::subjectId, LinkedHashMap::new, Collectors.toList()));
        shown.note("sweep", "subject", some.keySet());
        Map<UUID, PersonData.Card> cards = people.cards(some.keySet(), Purpose.CASE);
        return some.entrySet().stream()
                .map(person -> new Sample(
                        cards.get(person.getKey()),
                        person.getValue().stream()
                                .map(SweepItem::category)
                                .distinct()
                                .toList(),
                        person.getValue().stream()
                                .map(SweepItem::dueOn)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<BranchState> branches() {
        return mine().stream()
                .map(branch -> new BranchState(
                        branch,
                        dates.countDue(branch.id(), ChinaTime.today(clock), COUNTED),
                        dates.undated(branch.id()),
                        sweeps.underWay(branch.id()).map(RetentionSweep::id).orElse(null),
                        proposer.restUntil(branch.id()).orElse(null)))
                .toList();
    }

    @Override
    @Transactional
    public byte[] certificate(UUID id, String language) {
        visible(id);
        byte[] content = files.newest(KeyScope.caseFile(id), SweepCertificates.fileName(language))
                .orElseThrow(() -> new NotFound("certificate of sweep", id));
        evidence.append(EvidenceEvent.of(EvidenceKind.DOCUMENT_READ, current.get())
                .caseId(id)
                .target("document", SweepCertificates.fileName(language))
                .build());
        return content;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Verified> find(String code) {
        return sweeps.byCode(code).map(sweep -> {
            Instant closed = sweep.course().closedAt();
            Instant issued = closed == null ? clock.instant() : closed;
            int spared = items.count(sweep.id(), SweepItem.State.SPARED);
            return new Verified(
                    sweep.proposal().reference(),
                    sweep.course().certificateNo(),
                    issued,
                    items.count(sweep.id(), SweepItem.State.DESTROYED),
                    spared,
                    spared == 0 ? RequestOutcome.COMPLETED : RequestOutcome.PARTLY_COMPLETED,
                    false,
                    List.of(new Paper("certificate", 0, issued)),
                    List.of(new ErasureReceipt(
                            sweep.proposal().system(),
                            items.count(sweep.id(), SweepItem.State.DESTROYED),
                            spared,
                            List.of(),
                            issued,
                            true,
                            sweep.course().verifiedAt())),
                    null);
        });
    }
}
