package io.shouxin.request.internal;

import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Claims;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.Holds;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.request.Channel;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.DealFacts;
import io.shouxin.retention.Outcome;
import io.shouxin.retention.RecordFacts;
import io.shouxin.retention.RetentionDecider;
import io.shouxin.retention.RetentionDecision;
import io.shouxin.retention.RetentionFacts;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.system.HoldingSystems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes a decision for every record in scope: the one path for preview, case and review. */
@Component
class DecisionProposer {

    private final Subjects subjects;
    private final Records records;
    private final Holds holds;
    private final Claims claims;
    private final RetentionDecider decider;
    private final Firms firms;
    private final HoldingSystems systems;
    private final ReturnedRecords returned;

    DecisionProposer(
            Subjects subjects,
            Records records,
            Holds holds,
            Claims claims,
            RetentionDecider decider,
            Firms firms,
            HoldingSystems systems,
            ReturnedRecords returned) {
        this.subjects = subjects;
        this.records = records;
        this.holds = holds;
        this.claims = claims;
        this.decider = decider;
        this.firms = firms;
        this.systems = systems;
        this.returned = returned;
    }

    /**
     * The records a client's request is about: their own, and those of children who stand in no other client's records.
     * A domestic worker's or co-owner's records are never among them.
     */
    List<HeldRecord> inScope(UUID client, @Nullable Set<Category> categories) {
        return held(peopleInScope(client), categories);
    }

    private List<HeldRecord> held(List<UUID> people, @Nullable Set<Category> categories) {
        return records.of(people).stream()
                .filter(record -> categories == null || categories.contains(record.category()))
                .toList();
    }

    private List<UUID> peopleInScope(UUID client) {
        List<UUID> people = new ArrayList<>();
        people.add(client);
        people.addAll(subjects.tiedOnlyTo(client, SubjectKind.CHILD));
        return people;
    }

    /** Whoever asks for another person has shown authority for that person alone: nobody tied to them is in scope, their child neither. */
    private List<UUID> peopleInScope(UUID client, SubjectRequest request) {
        return request.capacity().isForAnother() ? List.of(client) : peopleInScope(client);
    }

    /** Until the end of the transaction no claim about the people in scope is recorded or ended; one under way is waited for. */
    void holdFacts(UUID client, SubjectRequest request) {
        subjects.lockAll(peopleInScope(client, request));
    }

    /** The records that a case is about: of one that the clock opened those that came back, and no other. */
    List<HeldRecord> scopeOf(UUID client, SubjectRequest request) {
        return request.channel() == Channel.CLOCK
                ? records.byIds(returned.of(request.id()))
                : held(peopleInScope(client, request), request.categories());
    }

    /** What the rules say to a new request; where they leave it open, a person decides, whatever another did in an earlier case. */
    List<RecordDecision> propose(UUID client, @Nullable Set<Category> categories) {
        return propose(client, inScope(client, categories), categories == null, false, UnaryOperator.identity());
    }

    /** What the rules of today say to the records of a case. */
    List<RecordDecision> propose(UUID client, SubjectRequest request) {
        boolean everything = request.channel() != Channel.CLOCK && request.categories() == null;
        return propose(client, scopeOf(client, request), everything, false, UnaryOperator.identity());
    }

    /** What holds of everything in scope while nobody asks anew. */
    List<RecordDecision> standing(UUID client) {
        return propose(client, inScope(client, null), true, true, UnaryOperator.identity());
    }

    /** As {@link #standing}, a contract whose end nobody knows taken as running: for using its data, never for erasing them. */
    List<RecordDecision> standingInDoubtRunning(UUID client) {
        return propose(client, inScope(client, null), true, true, RetentionFacts::withOpenEndsRunning);
    }

    /**
     * @param everything whether all that is held of the client is in scope, so that their deals need not be read
     * @param reading how the facts of a record are taken
     */
    private List<RecordDecision> propose(
            UUID client,
            List<HeldRecord> scope,
            boolean everything,
            boolean asDecidedEarlier,
            UnaryOperator<RetentionFacts> reading) {
        if (scope.isEmpty()) {
            return List.of();
        }
        RecordFacts facts = RecordFacts.of(firms);
        List<DealFacts> allDeals = facts.deals((everything ? scope : records.of(client))
                .stream().filter(record -> record.subjectId().equals(client)).toList());
        Set<UUID> people = scope.stream().map(HeldRecord::subjectId).collect(Collectors.toSet());
        List<Hold> standing = holds.standing(people);
        List<OpenClaim> open = claims.standing(people);
        String system = systems.holderOf(scope.stream().map(HeldRecord::id).collect(Collectors.toSet()))
                .map(holder -> holder.id())
                .orElseThrow();
        return scope.stream()
                .map(record -> decision(
                        record,
                        reading.apply(facts.of(
                                record,
                                allDeals,
                                standing,
                                open,
                                asDecidedEarlier ? RecordFacts.kept(record, standing) : null)),
                        system))
                .toList();
    }

    private RecordDecision decision(HeldRecord record, RetentionFacts facts, String system) {
        RetentionDecision proposed = decider.decide(facts);
        LocalDate signed = record.signedOn();
        return new RecordDecision(
                record.id(),
                record.subjectId(),
                record.branchId(),
                record.category(),
                record.classification(),
                record.dealType(),
                signed == null ? null : signed.getYear(),
                proposed,
                proposed.outcome(),
                proposed.outcome() == Outcome.OFFICER_DECIDES ? null : proposed.until(),
                null,
                null,
                null,
                system);
    }
}
