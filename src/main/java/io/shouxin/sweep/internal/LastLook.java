package io.shouxin.sweep.internal;

import io.shouxin.record.DueDates.Due;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Records;
import io.shouxin.request.OpenCases;
import io.shouxin.shared.ChinaTime;
import io.shouxin.subject.Subjects;
import io.shouxin.sweep.SweepItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The look at the facts in the very transaction that destroys, with the people locked: weeks may lie between dry run and approval. A
 * seal, a claim or a case that came meanwhile either is seen here or waits until the records are gone.
 */
@Component
class LastLook {

    /** It was gone before: a client's own case, or another sweep of a database that came back from a back-up. */
    private static final String GONE = "GONE";

    /** Its day has moved: another deal of the person, another table. */
    private static final String NOT_DUE = "NOT_DUE";

    /** The system kept it although nothing was known to stand against it. */
    private static final String REFUSED = "REFUSED";

    private final Subjects subjects;
    private final DueFacts facts;
    private final OpenCases openCases;
    private final Records records;
    private final Clock clock;

    LastLook(Subjects subjects, DueFacts facts, OpenCases openCases, Records records, Clock clock) {
        this.subjects = subjects;
        this.facts = facts;
        this.openCases = openCases;
        this.records = records;
        this.clock = clock;
    }

    /** What must not be destroyed now, by the code of why. */
    Map<UUID, String> keptNow(List<SweepItem> planned) {
        Set<UUID> people = planned.stream().map(SweepItem::subjectId).collect(Collectors.toSet());
        subjects.lock(people);
        Set<UUID> busy = openCases.concerning(people);
        Map<UUID, Due> now = facts.of(subjects.lockAll(people)).stream()
                .collect(Collectors.toMap(Due::recordId, Function.identity()));
        LocalDate today = ChinaTime.today(clock);
        Map<UUID, String> kept = new HashMap<>();
        for (SweepItem item : planned) {
            Due due = now.get(item.recordId());
            if (due == null) {
                kept.put(item.recordId(), GONE);
            } else if (due.dueOn() == null) {
                kept.put(item.recordId(), due.why());
            } else if (due.dueOn().isAfter(today)) {
                kept.put(item.recordId(), NOT_DUE);
            } else if (busy.contains(item.subjectId())) {
                kept.put(item.recordId(), DueFacts.CASE_OPEN);
            }
        }
        return kept;
    }

    /** What the system has left although it was sent. */
    Map<UUID, String> stillThere(List<SweepItem> sent) {
        return records.byIds(sent.stream().map(SweepItem::recordId).toList()).stream()
                .collect(Collectors.toMap(HeldRecord::id, record -> REFUSED));
    }
}
