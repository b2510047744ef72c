package io.shouxin.record;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.record.imports.PhoneNormaliser;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.Subjects;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by a whole phone number, identity or other document number, e-mail address, contract or customer number, WeChat name or
 * name: exact, through the blind indexes, and only
 * those with records in the actor's branches. Every search is written down, without what was searched for.
 */
@Service
public class PeopleSearch {

    /** More than this is a list of people, not somebody found. */
    public static final int MOST = 50;

    private static final int LONGEST = 200;
    private static final Set<Role> SEARCHERS = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL);

    private final Subjects subjects;
    private final Records records;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    public PeopleSearch(Subjects subjects, Records records, EvidenceLog evidence, CurrentActor current) {
        this.subjects = subjects;
        this.records = records;
        this.evidence = evidence;
        this.current = current;
    }

    /** @param by what the typed text was taken for */
    public record Found(UUID subject, IdentifierKind by) {}

    /**
     * @throws InvalidInput if nothing was typed
     */
    @Transactional
    public List<Found> find(String typed) {
        Actor actor = current.get();
        if (!actor.hasAny(SEARCHERS)) {
            throw new AccessRefused("Searching people");
        }
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new InvalidInput("/query", "staff.people.error.query");
        }
        Map<UUID, IdentifierKind> hits = new LinkedHashMap<>();
        readings(text)
                .forEach((kind, values) -> values.forEach(value ->
                        subjects.byIdentifier(kind, value).forEach(subject -> hits.putIfAbsent(subject, kind))));
        Set<UUID> visible = new LinkedHashSet<>();
        records.of(hits.keySet()).stream()
                .filter(record -> actor.sees(record.branchId()))
                .forEach(record -> visible.add(record.subjectId()));
        List<Found> found = hits.entrySet().stream()
                .filter(hit -> visible.contains(hit.getKey()))
                .map(hit -> new Found(hit.getKey(), hit.getValue()))
                .limit(MOST)
                .toList();
        evidence.append(EvidenceEvent.of(EvidenceKind.SEARCHED, actor)
                .target("people", "search")
                .detail("found", found.size())
                .ids("subject", found.stream().map(Found::subject).toList())
                .build());
        return found;
    }

    /**
     * Whether the firm knows somebody by exactly this telephone or identity number of whom the actor's branches hold nothing. No more
     * is said of them, not how many nor where; that it was said is written down.
     */
    @Transactional
    public boolean knownElsewhere(String typed) {
        Actor actor = current.get();
        String text = typed.strip();
        if (!actor.hasAny(SEARCHERS) || text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        Set<UUID> hits = new LinkedHashSet<>();
        ContactForms.idNumber(text)
                .ifPresent(number -> hits.addAll(subjects.byIdentifier(IdentifierKind.ID_NUMBER, number)));
        ContactForms.phone(text).ifPresent(number -> hits.addAll(subjects.byIdentifier(IdentifierKind.PHONE, number)));
        Set<UUID> elsewhere = new LinkedHashSet<>();
        records.of(hits).forEach(record -> elsewhere.add(record.subjectId()));
        records.of(hits).stream()
                .filter(record -> actor.sees(record.branchId()))
                .forEach(record -> elsewhere.remove(record.subjectId()));
        if (elsewhere.isEmpty()) {
            return false;
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.SEARCHED, actor)
                .target("people", "search")
                .outcome("KNOWN_ELSEWHERE")
                .ids("elsewhere", elsewhere)
                .build());
        return true;
    }

    /**
     * Opens a person's page: the visible side of their records in the actor's branches.
     *
     * @throws NotFound if the actor may see none
     */
    @Transactional
    public List<HeldRecord> visit(UUID subject) {
        Actor actor = current.get();
        List<HeldRecord> visible = records.of(subject).stream()
                .filter(record -> actor.sees(record.branchId()))
                .toList();
        if (visible.isEmpty() || !actor.hasAny(SEARCHERS)) {
            throw new NotFound("subject", subject);
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.VIEWED, actor)
                .subjectId(subject)
                .target("subject", subject)
                .build());
        return visible;
    }

    /** What the text may be, normalised as the import does, the most telling first. */
    private static Map<IdentifierKind, Set<String>> readings(String text) {
        Map<IdentifierKind, Set<String>> readings = new LinkedHashMap<>();
        readings.put(
                IdentifierKind.ID_NUMBER,
                new LinkedHashSet<>(IdentityNumber.normalise(text).values()));
        readings.put(
                IdentifierKind.PHONE,
                new LinkedHashSet<>(PhoneNormaliser.normalise(text).values()));
        readings.put(IdentifierKind.EMAIL, ContactForms.email(text).map(Set::of).orElseGet(Set::of));
        Set<String> number = Set.of(ContactForms.fileNumber(text));
        readings.put(IdentifierKind.CONTRACT_NUMBER, number);
        readings.put(IdentifierKind.CUSTOMER_NUMBER, number);
        readings.put(IdentifierKind.WECHAT, new LinkedHashSet<>(List.of(text)));
        Set<String> names = new LinkedHashSet<>();
        NameNormaliser.normalise(text).values().forEach(name -> names.add(NameNormaliser.key(name.name())));
        names.add(NameNormaliser.key(text));
        readings.put(IdentifierKind.NAME, names);
        return readings;
    }
}
