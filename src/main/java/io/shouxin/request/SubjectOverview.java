package io.shouxin.request;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.FieldKinds;
import io.shouxin.record.HeldRecord;
import io.shouxin.record.Purpose;
import io.shouxin.record.RecordGate;
import io.shouxin.record.Records;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Sector;
import io.shouxin.subject.Subject;
import io.shouxin.subject.Subjects;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the firm holds about a person, told to that person (PIPL 45, 17): masked values, where they lie, and what would
 * become of each record. Every look is in the evidence log.
 */
@Service
public class SubjectOverview {

    private static final int LONGEST_SHOWN = 60;

    private final Subjects subjects;
    private final Records records;
    private final RecordGate gate;
    private final RequestIntake intake;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    public SubjectOverview(
            Subjects subjects,
            Records records,
            RecordGate gate,
            RequestIntake intake,
            Firms firms,
            EvidenceLog evidence,
            CurrentActor current) {
        this.subjects = subjects;
        this.records = records;
        this.gate = gate;
        this.intake = intake;
        this.firms = firms;
        this.evidence = evidence;
        this.current = current;
    }

    /**
     * @param shown safe to show to whoever holds the telephone
     * @param whole whether that is the very value, so that it can be said in the reader's language
     */
    public record Field(String code, String shown, boolean whole) {}

    /**
     * @param decision what would happen to it, had its deletion been asked for now
     * @param branch the branch that holds it
     * @param fields empty where a seal keeps the record closed
     * @param storedOnly whether it is no longer used in daily work, because of what was asked before
     */
    public record Item(RecordDecision decision, Branch branch, List<Field> fields, boolean storedOnly) {}

    /** Whether there is still somebody of this id about whom something may be held. */
    public boolean knows(UUID owner) {
        try {
            Subject subject = subjects.get(owner);
            return !subject.erased() && subject.mergedInto() == null;
        } catch (NotFound e) {
            return false;
        }
    }

    /** Everything that is held, by category. */
    @Transactional
    public Map<Category, List<Item>> of(UUID subject) {
        requireSelf(subject);
        return open(subject, intake.standing(subject)).stream()
                .collect(Collectors.groupingBy(
                        item -> item.decision().category(), () -> new EnumMap<>(Category.class), Collectors.toList()));
    }

    /**
     * What would become of each record if its deletion were asked for now, with what is in it, so that its person knows it again.
     *
     * @param categories null for everything
     */
    @Transactional
    public List<Item> preview(UUID subject, @Nullable Set<Category> categories) {
        requireSelf(subject);
        return open(subject, intake.proposal(subject, categories));
    }

    private void requireSelf(UUID subject) {
        if (!current.get().isClient(subject)) {
            throw new AccessRefused("Overview of subject " + subject);
        }
    }

    private List<Item> open(UUID subject, List<RecordDecision> decisions) {
        List<HeldRecord> held =
                records.byIds(decisions.stream().map(RecordDecision::recordId).toList());
        Map<UUID, SortedMap<String, String>> values = records.open(held, Purpose.SUBJECT_ACCESS);
        Set<UUID> storedOnly = gate.refusals(held, Purpose.DAILY_WORK).keySet();
        Map<UUID, Branch> branches =
                firms.branches().stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        evidence.append(EvidenceEvent.of(EvidenceKind.VIEWED, current.get())
                .subjectId(subject)
                .target("subject", subject)
                .outcome("OVERVIEW")
                .detail("records", decisions.size())
                .build());
        return decisions.stream()
                .map(decision -> item(
                        decision,
                        Objects.requireNonNull(branches.get(decision.branchId())),
                        values.getOrDefault(decision.recordId(), new TreeMap<>()),
                        storedOnly.contains(decision.recordId())))
                .toList();
    }

    private static Item item(
            RecordDecision decision, Branch branch, SortedMap<String, String> values, boolean storedOnly) {
        List<Field> fields = values.entrySet().stream()
                .map(entry -> field(decision.classification(), branch.sector(), entry.getKey(), entry.getValue()))
                .toList();
        return new Item(decision, branch, fields, storedOnly);
    }

    private static Field field(Classification record, Sector sector, String code, String value) {
        return FieldKinds.mayBeShown(code, sector, record) && !value.contains("@")
                ? new Field(code, shortened(value), true)
                : new Field(code, FieldKinds.masked(code, sector, record, value), false);
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
