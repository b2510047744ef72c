package io.shouxin.audit.internal;

import io.shouxin.audit.Act;
import io.shouxin.audit.Finding;
import io.shouxin.audit.UnusualAccess.Searches;
import io.shouxin.audit.UnusualAccess.Seen;
import io.shouxin.audit.UnusualAccess.SeenCase;
import io.shouxin.audit.UnusualAccess.SeenImport;
import io.shouxin.audit.UnusualAccess.SeenPerson;
import io.shouxin.audit.internal.DayOfLooks.Colleagues;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.evidence.ShownRows;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Records;
import io.shouxin.request.RequestReader;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import io.shouxin.shared.CurrentActor;
import io.shouxin.subject.Subjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads out of the log what a finding rests on, and names of it what the reader may see: cases by number, people by a case's. */
@Component
class SeenThings {

    /** Of each sort; a list of more is not read, it is counted. */
    private static final int MOST = 200;

    private final EvidenceReader evidence;
    private final RequestReader requests;
    private final Records records;
    private final Subjects subjects;
    private final ColleaguesOnFile onFile;
    private final ShownRows shown;
    private final CurrentActor current;

    SeenThings(
            EvidenceReader evidence,
            RequestReader requests,
            Records records,
            Subjects subjects,
            ColleaguesOnFile onFile,
            ShownRows shown,
            CurrentActor current) {
        this.evidence = evidence;
        this.requests = requests;
        this.records = records;
        this.subjects = subjects;
        this.onFile = onFile;
        this.shown = shown;
        this.current = current;
    }

    record Listed(List<Seen> seen, int elsewhere) {}

    Listed of(Finding finding) {
        Tally tally = tally(finding);
        List<Seen> seen = new ArrayList<>();
        cases(tally.cases, seen);
        Map<UUID, Times> people = asTheyAreKnownNow(tally.people);
        people(people, seen);
        int named = seen.size();
        tally.imports.forEach((id, times) -> seen.add(new SeenImport(id, false, times.count, times.last)));
        tally.exports.forEach((id, times) -> seen.add(new SeenImport(id, true, times.count, times.last)));
        if (tally.searches.count > 0) {
            seen.add(new Searches(tally.searches.count, tally.searches.last));
        }
        seen.sort(Comparator.comparing(Seen::lastAt).reversed());
        return new Listed(seen, tally.cases.size() + people.size() - named);
    }

    /** A look at somebody who was merged since is one at the person into whom they were merged. */
    private Map<UUID, Times> asTheyAreKnownNow(Map<UUID, Times> looks) {
        Map<UUID, UUID> surviving = subjects.surviving(looks.keySet());
        Map<UUID, Times> known = new HashMap<>();
        looks.forEach((id, times) -> known.computeIfAbsent(surviving.getOrDefault(id, id), none -> new Times())
                .add(times));
        return known;
    }

    private void cases(Map<UUID, Times> looks, List<Seen> seen) {
        List<SubjectRequest> visible = requests.named(newest(looks));
        shown.note(
                "unusual",
                "case",
                visible.stream().map(each -> each.id().value()).toList());
        for (SubjectRequest request : visible) {
            Times times = looks.getOrDefault(request.id().value(), new Times());
            seen.add(new SeenCase(request, times.count, times.last));
        }
    }

    /** A person has a branch for as long as there is a record of them; of who is erased nothing is said. */
    private void people(Map<UUID, Times> looks, List<Seen> seen) {
        Actor actor = current.get();
        Map<UUID, UUID> branches = new LinkedHashMap<>();
        for (HeldRecord record : records.of(newest(looks))) {
            if (actor.sees(record.branchId())) {
                branches.putIfAbsent(record.subjectId(), record.branchId());
            }
        }
        shown.note("unusual", "subject", branches.keySet());
        branches.forEach((person, branch) -> {
            Times times = looks.getOrDefault(person, new Times());
            String reference = requests.ofClient(person).stream()
                    .map(SubjectRequest::reference)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            seen.add(new SeenPerson(person, reference, branch, times.count, times.last));
        });
    }

    private static List<UUID> newest(Map<UUID, Times> looks) {
        return looks.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<UUID, Times> look) -> look.getValue().last)
                        .reversed())
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    private Tally tally(Finding finding) {
        Tally tally = new Tally();
        boolean ofColleagues =
                finding.acts().contains(Act.COLLEAGUE_MAIL) || finding.acts().contains(Act.COLLEAGUE_NAME);
        Colleagues colleagues = ofColleagues ? onFile.find() : Colleagues.NONE;
        evidence.looksBy(finding.account(), finding.firstAt(), finding.lastAt().plusNanos(1_000), entry -> {
            int hour = entry.at().atZone(ChinaTime.ZONE).getHour();
            boolean inTime = finding.hours().isEmpty() || finding.hours().contains(hour);
            boolean counts = !Collections.disjoint(finding.acts(), Looks.acts(entry, colleagues));
            if (inTime && counts) {
                tally.add(entry);
            }
        });
        return tally;
    }

    /** How often, and when last. */
    private static final class Times {

        private int count;
        private Instant last = Instant.MIN;

        void add(EvidenceView entry) {
            count++;
            last = entry.at().isAfter(last) ? entry.at() : last;
        }

        void add(Times more) {
            count += more.count;
            last = more.last.isAfter(last) ? more.last : last;
        }
    }

    private static final class Tally {

        private final Map<UUID, Times> cases = new HashMap<>();
        private final Map<UUID, Times> people = new HashMap<>();
        private final Map<UUID, Times> imports = new HashMap<>();
        private final Map<UUID, Times> exports = new HashMap<>();
        private final Times searches = new Times();

        void add(EvidenceView entry) {
            UUID caseId = entry.caseId();
            UUID person = entry.subjectId();
            if (entry.kind().equals(EvidenceKind.SEARCHED.name())) {
                searches.add(entry);
            } else if (Looks.isImport(entry)) {
                boolean exported = entry.kind().equals(EvidenceKind.EXPORTED.name());
                add(exported ? exports : imports, Set.of(UUID.fromString(String.valueOf(entry.targetId()))), entry);
                return;
            }
            add(cases, Looks.listed(entry, "case"), entry);
            add(people, Looks.listed(entry, "subject"), entry);
            if (caseId != null) {
                add(cases, Set.of(caseId), entry);
            } else if (person != null) {
                add(people, Set.of(person), entry);
            }
        }

        private static void add(Map<UUID, Times> sort, Collection<UUID> ids, EvidenceView entry) {
            ids.forEach(id -> sort.computeIfAbsent(id, none -> new Times()).add(entry));
        }
    }
}
