package io.shouxin.record.imports;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person of a row while the row is being read. */
final class DraftedPerson {

    /** PIPL 28: personal information of minors under fourteen is sensitive by age. */
    private static final int AGE_OF_SENSITIVITY = 14;

    private final String ref;
    private final PersonRole role;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final Map<Category, Map<String, String>> fields = new LinkedHashMap<>();
    private final Map<Category, Classification> classes = new EnumMap<>(Category.class);
    private @Nullable LocalDate birthDate;

    DraftedPerson(String ref, PersonRole role) {
        this.ref = ref;
        this.role = role;
    }

    String ref() {
        return ref;
    }

    /** Whether the row's deal is this person's too; a worker has an own contract with the firm, which no list of clients tells. */
    boolean isPartyToDeal() {
        return role != PersonRole.DOMESTIC_WORKER;
    }

    /** A second value of the same field gets a number behind its code. */
    void put(Category category, Classification classification, String field, String value) {
        Map<String, String> ofCategory = fields.computeIfAbsent(category, c -> new LinkedHashMap<>());
        String key = field;
        for (int n = 2; ofCategory.containsKey(key); n++) {
            if (value.equals(ofCategory.get(key))) {
                return;
            }
            key = field + "_" + n;
        }
        ofCategory.put(key, value);
        classes.merge(category, classification, DraftedPerson::stricter);
    }

    void identify(IdentifierType type, String value, boolean reliable) {
        String normal = type == IdentifierType.EMAIL ? value.toLowerCase(Locale.ROOT) : value;
        Identifier identifier = new Identifier(type, normal, reliable);
        if (!Chars.isBlank(normal) && !identifiers.contains(identifier)) {
            identifiers.add(identifier);
        }
    }

    void born(LocalDate date) {
        if (birthDate == null) {
            birthDate = date;
        }
    }

    boolean has(IdentifierType type) {
        return identifiers.stream().anyMatch(each -> each.type() == type);
    }

    boolean isSomebody() {
        return !identifiers.isEmpty();
    }

    @Nullable String field(Category category, String field) {
        Map<String, String> ofCategory = fields.get(category);
        return ofCategory == null ? null : ofCategory.get(field);
    }

    boolean hasAny(Category category, Set<String> wanted) {
        return wanted.stream().anyMatch(field -> field(category, field) != null);
    }

    PersonDraft draft(@Nullable String linkedTo) {
        return new PersonDraft(ref, role, linkedTo, identifiers, birthDate);
    }

    void records(LocalDate asOf, RowDrafts.RecordSink sink) {
        fields.forEach((category, values) -> sink.accept(category, classification(category, asOf), values));
    }

    private Classification classification(Category category, LocalDate asOf) {
        Classification standard = classes.getOrDefault(category, Classification.POLICY_SENSITIVE);
        if (role == PersonRole.CHILD) {
            return isUnderAge(asOf, true) ? Classification.STATUTORY_SENSITIVE_CHILD : Classification.POLICY_SENSITIVE;
        }
        if (isUnderAge(asOf, false)) {
            return Classification.STATUTORY_SENSITIVE_CHILD;
        }
        // An address beside the code of its door opens a home (law.md 7).
        boolean besideDoorCode = category == Category.ADDRESS && fields.containsKey(Category.HOME_ACCESS);
        return besideDoorCode ? stricter(standard, Classification.POLICY_SENSITIVE) : standard;
    }

    /**
     * @param whenUnknown what to assume without a birth date: a child of unknown age is protected as a young one
     */
    private boolean isUnderAge(LocalDate asOf, boolean whenUnknown) {
        if (birthDate != null) {
            return birthDate.plusYears(AGE_OF_SENSITIVITY).isAfter(asOf);
        }
        String age = field(Category.CHILD, "CHILD_AGE");
        if (age != null && age.matches("\\d{1,2}(岁|周岁)?")) {
            return Integer.parseInt(age.replaceAll("\\D", "")) < AGE_OF_SENSITIVITY;
        }
        return whenUnknown;
    }

    /** A record is as sensitive as its most sensitive field. */
    private static Classification stricter(Classification a, Classification b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
