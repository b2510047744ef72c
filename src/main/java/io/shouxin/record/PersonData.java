package io.shouxin.record;

import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.record.imports.NameNormaliser;
import io.shouxin.record.imports.Normalised;
import io.shouxin.shared.Masking;
import io.shouxin.subject.IdentifierKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads from a person's records who they are and how to reach them. */
@Service
public class PersonData {

    private static final Set<Category> OF_CLIENTS = Set.of(Category.IDENTITY, Category.CONTACT);
    /** Where those are named who have no identity record of their own: children, workers, co-owners, spouses, agents. */
    private static final Set<Category> OF_OTHERS =
            Set.of(Category.CHILD, Category.WORKER, Category.PROPERTY, Category.HOUSEHOLD, Category.TRANSACTION);

    private static final String COMPANY = "COMPANY_NAME";
    private static final String CHILD_BIRTH_DATE = "CHILD_BIRTH_DATE";

    private static final Set<String> BIRTH_DATES = Set.of("BIRTH_DATE", CHILD_BIRTH_DATE);

    private final Records records;

    public PersonData(Records records) {
        this.records = records;
    }

    /**
     * Who a person is, for an answer and for screens. All texts may be empty.
     *
     * @param phones normalised, the first is the one to reach them
     * @param emails normalised
     */
    public record Card(UUID subject, String name, List<String> phones, List<String> emails, String idNumber) {

        public String maskedName() {
            return name.isEmpty() ? "—" : Masking.name(name);
        }

        public String maskedPhone() {
            return phones.isEmpty() ? "" : Masking.phone(phones.get(0));
        }
    }

    /** The cards of these people; identity and contact data only, opened for the given purpose. */
    public Map<UUID, Card> cards(Collection<UUID> subjects, Purpose purpose) {
        return cards(subjects, records.of(subjects), purpose);
    }

    private Map<UUID, Card> cards(Collection<UUID> subjects, List<HeldRecord> held, Purpose purpose) {
        Set<UUID> withIdentity = held.stream()
                .filter(record -> record.category() == Category.IDENTITY)
                .map(HeldRecord::subjectId)
                .collect(Collectors.toSet());
        List<HeldRecord> wanted = held.stream()
                .filter(record -> OF_CLIENTS.contains(record.category())
                        || (OF_OTHERS.contains(record.category()) && !withIdentity.contains(record.subjectId())))
                .toList();
        Map<UUID, SortedMap<String, String>> values = records.open(wanted, purpose);
        Map<UUID, List<HeldRecord>> bySubject = wanted.stream().collect(Collectors.groupingBy(HeldRecord::subjectId));
        return subjects.stream()
                .distinct()
                .collect(Collectors.toMap(
                        subject -> subject,
                        subject -> card(subject, bySubject.getOrDefault(subject, List.of()), values)));
    }

    public Card card(UUID subject, Purpose purpose) {
        return Objects.requireNonNull(cards(List.of(subject), purpose).get(subject));
    }

    /** As {@link #card(UUID, Purpose)} for a caller that has read all of the person's records. */
    public Card card(UUID subject, List<HeldRecord> held, Purpose purpose) {
        return Objects.requireNonNull(cards(List.of(subject), held, purpose).get(subject));
    }

    /**
     * By what a person can be told.
     *
     * @param identifiers normalised, as the blind indexes know them
     * @param birthDates of a child of whom a list says no name
     */
    record Traits(Map<IdentifierKind, Set<String>> identifiers, Set<String> birthDates) {

        static final Traits NONE = new Traits(Map.of(), Set.of());
    }

    /**
     * The citizen identification numbers of these people in their normal form, such as have a right check digit; nobody who has none
     * is in the answer. Other documents' numbers do not count: one person may well have several.
     */
    public Map<UUID, Set<String>> validIdNumbers(Collection<UUID> persons, Purpose purpose) {
        List<HeldRecord> held = records.of(persons);
        Map<UUID, SortedMap<String, String>> values = records.open(held, purpose);
        Map<UUID, Set<String>> numbers = new HashMap<>();
        for (HeldRecord record : held) {
            values.getOrDefault(record.id(), new TreeMap<>()).forEach((field, value) -> {
                Normalised<String> number = IdentityNumber.normalise(value);
                if (FieldKinds.of(field) == FieldKinds.ID_NUMBER
                        && number.problems().isEmpty()) {
                    numbers.computeIfAbsent(record.subjectId(), person -> new HashSet<>())
                            .addAll(number.values());
                }
            });
        }
        numbers.values().removeIf(Set::isEmpty);
        return numbers;
    }

    /** When somebody was born, by their identity number or the date on file; nothing where the file says nothing, or more than one thing. */
    public Optional<LocalDate> bornOn(UUID person, Purpose purpose) {
        Set<LocalDate> days = new HashSet<>();
        records.open(records.of(person), purpose)
                .values()
                .forEach(fields -> fields.forEach((field, value) -> {
                    if (FieldKinds.of(field) == FieldKinds.ID_NUMBER) {
                        IdentityNumber.bornOn(value).ifPresent(days::add);
                    } else if (BIRTH_DATES.contains(field)) {
                        day(value).ifPresent(days::add);
                    }
                }));
        return days.size() == 1 ? days.stream().findFirst() : Optional.empty();
    }

    /** What was typed as a date but is none stays in its record and says nothing. */
    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** By what the people of these records can be told; all records of each are to be among them. */
    Map<UUID, Traits> traits(Collection<HeldRecord> held) {
        Map<UUID, SortedMap<String, String>> values = records.open(held, Purpose.CASE);
        return held.stream().collect(Collectors.groupingBy(HeldRecord::subjectId)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, own -> traits(own.getValue(), values)));
    }

    private static Traits traits(List<HeldRecord> held, Map<UUID, SortedMap<String, String>> values) {
        List<Map.Entry<String, String>> fields = held.stream()
                .map(record -> values.get(record.id()))
                .filter(Objects::nonNull)
                .flatMap(opened -> opened.entrySet().stream())
                .toList();
        return new Traits(
                identifiers(fields),
                fields.stream()
                        .filter(field -> field.getKey().equals(CHILD_BIRTH_DATE))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet()));
    }

    private static Map<IdentifierKind, Set<String>> identifiers(List<Map.Entry<String, String>> fields) {
        Map<IdentifierKind, Set<String>> found = new EnumMap<>(IdentifierKind.class);
        fields.forEach(field -> {
            String value = field.getValue();
            switch (FieldKinds.of(field.getKey())) {
                case NAME -> add(found, IdentifierKind.NAME, List.of(NameNormaliser.key(value)));
                case PHONE -> add(found, IdentifierKind.PHONE, callable(value));
                case ID_NUMBER -> add(found, IdentifierKind.ID_NUMBER, List.of(value));
                case EMAIL -> add(found, IdentifierKind.EMAIL, List.of(value.toLowerCase(Locale.ROOT)));
                case WECHAT -> add(found, IdentifierKind.WECHAT, List.of(value));
                case OTHER -> {}
            }
        });
        return found;
    }

    /** What was typed as a phone but is none stays in its record and is not offered as a number. */
    private static List<String> callable(String value) {
        return Arrays.stream(value.split("/"))
                .filter(ContactForms::isNormalPhone)
                .toList();
    }

    private static void add(Map<IdentifierKind, Set<String>> found, IdentifierKind kind, List<String> values) {
        found.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(values);
    }

    private static Card card(UUID subject, List<HeldRecord> held, Map<UUID, SortedMap<String, String>> values) {
        String name = "";
        String company = "";
        String idNumber = "";
        List<String> phones = new ArrayList<>();
        List<String> emails = new ArrayList<>();
        for (HeldRecord record : held) {
            for (Map.Entry<String, String> entry :
                    values.getOrDefault(record.id(), new java.util.TreeMap<>()).entrySet()) {
                switch (FieldKinds.of(entry.getKey())) {
                    case NAME -> name = name.isEmpty() ? entry.getValue() : name;
                    case ID_NUMBER -> idNumber = idNumber.isEmpty() ? entry.getValue() : idNumber;
                    case PHONE -> phones.addAll(callable(entry.getValue()));
                    case EMAIL -> ContactForms.email(entry.getValue()).ifPresent(emails::add);
                    case WECHAT -> {}
                    case OTHER -> company = entry.getKey().equals(COMPANY) ? entry.getValue() : company;
                }
            }
        }
        return new Card(
                subject,
                name.isEmpty() ? company : name,
                List.copyOf(new LinkedHashSet<>(phones)),
                List.copyOf(new LinkedHashSet<>(emails)),
                idNumber);
    }
}
