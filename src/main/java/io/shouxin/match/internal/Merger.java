package io.shouxin.match.internal;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.match.Belongings;
import io.shouxin.match.MatchStatus;
import io.shouxin.match.MatchWorkflow;
import io.shouxin.match.Obstacle;
import io.shouxin.match.PossibleMatch;
import io.shouxin.match.internal.MatchRows.Thing;
import io.shouxin.record.PossiblePairs.Pair;
import io.shouxin.record.RecordMoves;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.InvalidInput;
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import io.shouxin.subject.Subjects.MovedTies;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Makes one person of two, and two of one again, each in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Merger {

    private final MatchRows matches;
    private final Obstacles obstacles;
    private final Subjects subjects;
    private final RecordMoves records;
    private final List<Belongings> belongings;
    private final MatchWorkflow workflow;
    private final EvidenceLog evidence;
    private final Clock clock;
    private final int undoDays;

    Merger(
            MatchRows matches,
            Obstacles obstacles,
            Subjects subjects,
            RecordMoves records,
            List<Belongings> belongings,
            MatchWorkflow workflow,
            EvidenceLog evidence,
            Clock clock,
            @Value("${shouxin.match.undo-days:30}") int undoDays) {
        this.matches = matches;
        this.obstacles = obstacles;
        this.subjects = subjects;
        this.records = records;
        this.belongings = belongings;
        this.workflow = workflow;
        this.evidence = evidence;
        this.clock = clock;
        this.undoDays = undoDays;
    }

    /**
     * Locks a pair and what it concerns in the order of the house: the pair, cases, people. Clients in whose records either stands are
     * among them, so that no case of theirs comes in until it is decided; one that has come in before is then seen as an obstacle. Where
     * a tie came while this waited, all is let go and locked again with whom it leads to: locked afterwards, they would be out of order.
     */
    PossibleMatch lock(UUID id) {
        PossibleMatch match = matches.lock(id);
        matches.lockVanishedBy(id);
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Set<UUID> concerned = withClients(match.found().people());
        while (true) {
            Object before = transaction.createSavepoint();
            belongings.forEach(each -> each.lock(concerned));
            subjects.lock(concerned);
            if (!concerned.addAll(withClients(match.found().people()))) {
                transaction.releaseSavepoint(before);
                return match;
            }
            transaction.rollbackToSavepoint(before);
        }
    }

    private Set<UUID> withClients(List<UUID> people) {
        Set<UUID> all = new LinkedHashSet<>(people);
        subjects.clientsOf(people).values().forEach(all::addAll);
        return all;
    }

    /** Whoever is longer on file stays. */
    void merge(PossibleMatch match, Actor by) {
        obstacles.toMerge(match, by).ifPresent(Merger::refuse);
        List<UUID> people = match.found().people();
        Map<UUID, Instant> since = subjects.since(people);
        boolean firstIsOlder = !Objects.requireNonNull(since.get(people.get(1)))
                .isBefore(Objects.requireNonNull(since.get(people.get(0))));
        UUID into = people.get(firstIsOlder ? 0 : 1);
        UUID from = people.get(firstIsOlder ? 1 : 0);
        match.merge(
                Objects.requireNonNull(by.id()),
                into,
                clock.instant(),
                ChinaTime.today(clock).plusDays(undoDays));
        RecordMoves.Moved moved = records.moveAll(from, into);
        Set<UUID> cases = new HashSet<>();
        belongings.forEach(each -> cases.addAll(each.move(from, into)));
        MovedTies ties = subjects.merge(from, into);
        matches.update(match);
        matches.moved(match.id(), Thing.RECORD, moved.records());
        matches.moved(match.id(), Thing.CLAIM, moved.claims());
        matches.moved(match.id(), Thing.CASE, cases);
        matches.moved(match.id(), Thing.CLIENT, ties.clients());
        matches.moved(match.id(), Thing.THIRD_PARTY, ties.thirdParties());
        askAgain(from, into, match.id());
        evidence.append(EvidenceEvent.of(EvidenceKind.PEOPLE_MERGED, by)
                .caseId(match.id())
                .subjectId(into)
                .target("subject", from)
                .detail("records", moved.records().size())
                .detail("claims", moved.claims().size())
                .detail("cases", cases.size())
                .build());
    }

    /** Whoever may be the one who went is now to be compared with the one who stays. */
    private void askAgain(UUID from, UUID into, UUID except) {
        for (PossibleMatch open : matches.openOf(from)) {
            UUID first = open.found().first();
            UUID third = first.equals(from) ? open.found().second() : first;
            if (!open.id().equals(except) && !third.equals(into)) {
                matches.add(List.of(new Pair(into, third, open.found().branchId())), matches.importOf(open.id()));
            }
        }
    }

    void keepApart(PossibleMatch match, Actor by) {
        match.keepApart(Objects.requireNonNull(by.id()), clock.instant());
        matches.update(match);
        evidence.append(EvidenceEvent.of(EvidenceKind.MATCH_KEPT_APART, by)
                .caseId(match.id())
                .subjectId(match.found().first())
                .target("subject", match.found().second())
                .build());
    }

    void undo(PossibleMatch match, Actor by) {
        obstacles.toUndo(match).ifPresent(Merger::refuse);
        UUID into = Objects.requireNonNull(match.course().survivor());
        UUID from = Objects.requireNonNull(match.absorbed());
        match.undo(Objects.requireNonNull(by.id()), clock.instant(), ChinaTime.today(clock));
        Set<UUID> came = matches.moved(match.id(), Thing.RECORD);
        Set<UUID> cases = matches.moved(match.id(), Thing.CASE);
        subjects.unmerge(from, into, new MovedTies(tiesBack(match, Thing.CLIENT), tiesBack(match, Thing.THIRD_PARTY)));
        records.moveBack(into, from, new RecordMoves.Moved(came, matches.moved(match.id(), Thing.CLAIM)));
        belongings.forEach(each -> each.moveBack(cases, into, from));
        matches.update(match);
        askOnceMore(match, from, into);
        evidence.append(EvidenceEvent.of(EvidenceKind.MERGE_UNDONE, by)
                .caseId(match.id())
                .subjectId(into)
                .target("subject", from)
                .detail("records", came.size())
                .detail("cases", cases.size())
                .build());
    }

    /**
     * Questions that ended because of this merge are questions again, unless somebody has said of the one person meanwhile that they are
     * not the third. A third person who became part of somebody else is asked about as that other.
     */
    private void askOnceMore(PossibleMatch undone, UUID from, UUID into) {
        Instant merged = Objects.requireNonNull(undone.course().decidedAt());
        for (PossibleMatch gone : matches.lockVanishedBy(undone.id())) {
            UUID third = gone.other(from);
            UUID now = subjects.surviving(third);
            if (now.equals(into) || subjects.get(now).erased() || matches.toldApartSince(into, now, merged)) {
                continue;
            }
            if (now.equals(third)) {
                gone.askAgain();
                matches.reopen(gone);
            } else {
                matches.vanishedBy(gone.id(), matches.mergeOf(third).orElse(null));
                matches.add(List.of(new Pair(from, now, gone.found().branchId())), matches.importOf(gone.id()));
            }
        }
    }

    /**
     * The ties that came, each with whether the one person keeps it. They do if they had it before, or if it may be theirs by now for
     * another reason: it came with somebody else as well, or the third person was merged or has got a record since. A tie too many
     * shows that somebody stands in a file; one too few would leave them out of what is asked for.
     */
    private Map<UUID, Boolean> tiesBack(PossibleMatch match, Thing kind) {
        Instant at = Objects.requireNonNull(match.course().decidedAt());
        Map<UUID, Boolean> back = new HashMap<>();
        matches.movedTies(match.id(), kind).forEach((third, wasThere) -> {
            UUID now = subjects.surviving(third);
            boolean stays = wasThere
                    || !now.equals(third)
                    || matches.movedByAnother(match, kind, third)
                    || records.anySince(now, at);
            back.merge(now, stays, Boolean::logicalOr);
        });
        return back;
    }

    /** Ends the question about a pair of which one is nobody to compare any more, unless a merge was undone meanwhile. */
    void end(UUID id) {
        PossibleMatch match = matches.lock(id);
        Collection<Subject> both = subjects.lockAll(match.found().people()).values();
        boolean compared = both.stream().allMatch(each -> !each.erased() && each.mergedInto() == null);
        if (match.status() != MatchStatus.OPEN || compared) {
            return;
        }
        match.vanish();
        matches.update(match);
        if (both.stream().noneMatch(Subject::erased)) {
            matches.vanishedBy(
                    id,
                    both.stream()
                            .filter(each -> each.mergedInto() != null)
                            .findFirst()
                            .flatMap(gone -> matches.mergeOf(gone.id()))
                            .orElse(null));
        }
        if (match.found().dueOn() != null) {
            workflow.vanished(id);
        }
    }

    private static void refuse(Obstacle obstacle) {
        throw new InvalidInput("/outcome", "match.obstacle." + obstacle);
    }
}
