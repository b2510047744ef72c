package io.shouxin.sweep.internal;

import io.shouxin.platform.Firms;
import io.shouxin.record.Claims;
import io.shouxin.record.DueDates.Due;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Hold;
import io.shouxin.record.HoldKind;
import io.shouxin.record.Holds;
import io.shouxin.record.OpenClaim;
import io.shouxin.record.Records;
import io.shouxin.retention.DealFacts;
import io.shouxin.retention.DueDay;
import io.shouxin.retention.DueDays;
import io.shouxin.retention.RecordFacts;
import io.shouxin.subject.Subject;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * From which day on the records of people are due, by the facts as they stand. Of whom a case keeps something, or has something
 * restricted, the case decides: what it covers has no day.
 */
@Component
class DueFacts {

    /** Why a record has no day that a case keeps or holds, whatever the rules say. */
    static final String CASE_OPEN = "CASE_OPEN";

    private final Records records;
    private final Holds holds;
    private final Claims claims;
    private final Subjects subjects;
    private final DueDays days;
    private final Firms firms;

    DueFacts(Records records, Holds holds, Claims claims, Subjects subjects, DueDays days, Firms firms) {
        this.records = records;
        this.holds = holds;
        this.claims = claims;
        this.subjects = subjects;
        this.days = days;
        this.firms = firms;
    }

    /** Of every record of these people; who asks has locked them, where it matters that nothing changes meanwhile. */
    List<Due> of(Map<UUID, Subject> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Set<UUID> ids = people.keySet();
        Map<UUID, Set<UUID>> clients = subjects.clientsOf(ids);
        Set<UUID> all = new HashSet<>(ids);
        clients.values().forEach(all::addAll);
        Map<UUID, List<HeldRecord>> held =
                records.of(all).stream().collect(Collectors.groupingBy(HeldRecord::subjectId));
        Map<UUID, List<Hold>> standing = holds.standing(ids).stream().collect(Collectors.groupingBy(Hold::subjectId));
        Map<UUID, List<OpenClaim>> open =
                claims.standing(ids).stream().collect(Collectors.groupingBy(OpenClaim::subjectId));
        RecordFacts facts = RecordFacts.of(firms);
        List<Due> dues = new ArrayList<>();
        people.forEach((id, person) -> {
            List<HeldRecord> own = held.getOrDefault(id, List.of());
            List<DealFacts> deals = facts.deals(bearing(person, own, clients, held));
            own.forEach(record -> dues.add(
                    due(record, facts, deals, standing.getOrDefault(id, List.of()), open.getOrDefault(id, List.of()))));
        });
        return dues;
    }

    /** On somebody who stands in a client's records the client's deals bear too; a worker's dates are those of their own contract. */
    private static Collection<HeldRecord> bearing(
            Subject person, List<HeldRecord> own, Map<UUID, Set<UUID>> clients, Map<UUID, List<HeldRecord>> held) {
        if (person.kind() == SubjectKind.DOMESTIC_WORKER) {
            return own;
        }
        List<HeldRecord> bearing = new ArrayList<>(own);
        clients.getOrDefault(person.id(), Set.of())
                .forEach(client -> bearing.addAll(held.getOrDefault(client, List.of())));
        return bearing;
    }

    private Due due(
            HeldRecord record, RecordFacts facts, List<DealFacts> deals, List<Hold> standing, List<OpenClaim> open) {
        Optional<Hold> ofCase = standing.stream()
                .filter(hold -> hold.kind() != HoldKind.SEAL && hold.covers(record))
                .findFirst();
        if (ofCase.isPresent()) {
            String why = ofCase.get().kind() == HoldKind.STORAGE_ONLY ? "DECIDED_EARLIER" : CASE_OPEN;
            return new Due(record.id(), record.subjectId(), record.branchId(), null, why, null);
        }
        DueDay day = days.of(facts.of(record, deals, standing, open, null));
        return new Due(
                record.id(),
                record.subjectId(),
                record.branchId(),
                day.on(),
                day.reason().name(),
                day.ruleId());
    }
}
