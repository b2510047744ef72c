package io.shouxin.request;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Branch;
import io.shouxin.platform.Firms;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.FieldKinds;
import io.shouxin.record.Purpose;
import io.shouxin.record.Records;
import io.shouxin.record.imports.FieldValues;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Masking;
import io.shouxin.shared.NotFound;
import io.shouxin.subject.Subjects;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the firm holds about a person, told to that person (PIPL 45, 17): masked values, where they lie, and what would
 * become of each record. Every look is in the evidence log.
 */
@Service
public class SubjectOverview {

    private static final java.util.Set<Category> WHERE_OR_HOW_TO_REACH =
            java.util.Set.of(Category.CONTACT, Category.SOCIAL_ACCOUNT, Category.ADDRESS, Category.IDENTITY);
    /** No harm in whoever reads it; the record's name and the day until which it is kept say as much of a deal. */
    private static final java.util.Set<String> TELLS_NOTHING = java.util.Set.of("SEX", "SALUTATION", "ID_TYPE", "DEAL_TYPE", "SIGNED_ON", "ENDED_ON");
    /** Its end is a second proof of identity; whoever holds only the telephone must not read it here. */
    private static final String SECOND_PROOF = "CONTRACT_NUMBER";

    private static final int LONGEST_SHOWN = 60;

    private final Subjects subjects;
    private final Records records;
    private final RequestIntake intake;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final CurrentActor current;

    public SubjectOverview(
            Subjects subjects,
            Records records,
            RequestIntake intake,
            Firms firms,
            EvidenceLog evidence,
            CurrentActor current) {
        this.subjects = subjects;
        this.records = records;
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
     * @param branch the name of the branch that holds it
     * @param fields empty where a seal keeps the record closed
     */
    public record Item(RecordDecision decision, String branch, List<Field> fields) {}

    /** Whether there is still somebody of this id about whom something may be held. */
    public boolean knows(UUID owner) {
        try {
            return !subjects.get(owner).erased();
        } catch (NotFound e) {
            return false;
        }
    }

    /** Everything that is held, by category. */
    @Transactional
    public Map<Category, List<Item>> of(UUID subject) {
        Actor actor = current.get();
        if (!actor.isClient(subject)) {
            throw new AccessRefused("Overview of subject " + subject);
        }
        List<RecordDecision> decisions = intake.preview(subject, null);
        Map<UUID, SortedMap<String, String>> values = records.open(
                records.byIds(decisions.stream().map(RecordDecision::recordId).toList()), Purpose.SUBJECT_ACCESS);
        Map<UUID, String> branches = firms.branches().stream().collect(Collectors.toMap(Branch::id, Branch::name));
        evidence.append(EvidenceEvent.of(EvidenceKind.VIEWED, actor)
                .subjectId(subject)
                .target("subject", subject)
                .outcome("OVERVIEW")
                .detail("records", decisions.size())
                .build());
        return decisions.stream()
                .collect(Collectors.groupingBy(
                        RecordDecision::category,
                        () -> new EnumMap<>(Category.class),
                        Collectors.mapping(
                                decision -> new Item(
                                        decision,
                                        branches.getOrDefault(decision.branchId(), ""),
                                        fields(decision, values.getOrDefault(decision.recordId(), new TreeMap<>()))),
                                Collectors.toList())));
    }

    private static List<Field> fields(RecordDecision decision, SortedMap<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> isOpen(decision, entry.getKey(), entry.getValue())
                        ? new Field(entry.getKey(), shortened(entry.getValue()), true)
                        : new Field(entry.getKey(), masked(entry.getKey(), entry.getValue()), false))
                .toList();
    }

    /** What is neither sensitive nor says who or where somebody is may be read as it stands. */
    private static boolean isOpen(RecordDecision decision, String field, String value) {
        if (FieldKinds.of(field) != FieldKinds.OTHER || value.contains("@")) {
            return false;
        }
        return FieldValues.isReading(field)
                || TELLS_NOTHING.contains(FieldValues.base(field))
                || decision.classification() == Classification.GENERAL
                        && !WHERE_OR_HOW_TO_REACH.contains(decision.category())
                        && !FieldValues.base(field).equals(SECOND_PROOF);
    }

    private static String masked(String field, String value) {
        return switch (FieldKinds.of(field)) {
            case NAME -> Masking.name(value);
            case PHONE -> Arrays.stream(value.split("/")).map(Masking::phone).collect(Collectors.joining(" / "));
            case ID_NUMBER -> Masking.headOfIdNumber(value);
            case EMAIL, WECHAT, OTHER -> value.contains("@") ? Masking.email(value) : Masking.text(value);
        };
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST_SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
