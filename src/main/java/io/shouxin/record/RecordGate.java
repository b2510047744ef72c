package io.shouxin.record;

import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The one place through which every read and write of a record's value passes; it asks the register of holds. */
@Component
public class RecordGate {

    private final Holds holds;
    private final Clock clock;

    public RecordGate(Holds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /** The hold that forbids this purpose for each record; records that are not in the answer may be used. */
    public Map<UUID, Hold> refusals(Collection<HeldRecord> records, Purpose purpose) {
        return refusals(
                records,
                purpose,
                holds.standing(records.stream().map(HeldRecord::subjectId).collect(Collectors.toSet())));
    }

    /**
     * As {@link #refusals(Collection, Purpose)} for a caller that has read the register itself.
     *
     * @param standing every hold that stands against the people of these records
     */
    Map<UUID, Hold> refusals(Collection<HeldRecord> records, Purpose purpose, List<Hold> standing) {
        return records.stream()
                .map(record -> Map.entry(record.id(), refusal(record, purpose, standing)))
                .filter(entry -> entry.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().orElseThrow()));
    }

    /** Whether anything about the person may be written for this purpose. */
    public Optional<Hold> refusal(UUID subject, Purpose purpose) {
        return holds.standing(List.of(subject)).stream()
                .filter(hold -> hold.recordId() == null && !purpose.allowedUnder(hold.kind()))
                .findFirst();
    }

    /** The hold that forbids writing anything about each of these people for this purpose; others are not in the answer. */
    public Map<UUID, Hold> refusedPeople(Collection<UUID> subjects, Purpose purpose) {
        return subjects.isEmpty()
                ? Map.of()
                : holds.standing(subjects).stream()
                        .filter(hold -> hold.recordId() == null && !purpose.allowedUnder(hold.kind()))
                        .collect(Collectors.toMap(Hold::subjectId, hold -> hold, (first, later) -> first));
    }

    private Optional<Hold> refusal(HeldRecord record, Purpose purpose, List<Hold> standing) {
        return standing.stream()
                .filter(hold -> hold.covers(record))
                .filter(hold ->
                        !purpose.allowedUnder(hold.kind()) || (purpose == Purpose.RUNNING_CONTRACT && !runs(record)))
                .findFirst();
    }

    /** A deal that has begun and of whose end nobody knows is not stopped on a guess. */
    private boolean runs(HeldRecord record) {
        LocalDate today = ChinaTime.today(clock);
        LocalDate begin = record.signedOn();
        LocalDate end = record.endedOn();
        return end == null ? record.dealType() != null && begin != null && !begin.isAfter(today) : !end.isBefore(today);
    }
}
