package io.shouxin.record;

import io.shouxin.shared.Masking;
import io.shouxin.subject.IdentifierKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads from a person's records who they are and how to reach them. */
@Service
public class PersonData {

    private final Records records;

    public PersonData(Records records) {
        this.records = records;
    }

    /**
     * Who a person is, for an answer and for screens. All texts may be empty.
     *
     * @param phones normalised, the first is the one to reach them
     */
    public record Card(UUID subject, String name, List<String> phones, String idNumber) {

        public String maskedName() {
            return name.isEmpty() ? "—" : Masking.name(name);
        }

        public String maskedPhone() {
            return phones.isEmpty() ? "" : Masking.phone(phones.get(0));
        }
    }

    /** The cards of these people; identity and contact data only, opened for the given purpose. */
    public Map<UUID, Card> cards(Collection<UUID> subjects, Purpose purpose) {
        List<HeldRecord> wanted = records.of(subjects).stream()
                .filter(record -> record.category() == Category.IDENTITY
                        || record.category() == Category.CONTACT
                        || record.category() == Category.CHILD
                        || record.category() == Category.WORKER)
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
        return java.util.Objects.requireNonNull(cards(List.of(subject), purpose).get(subject));
    }

    /** The normalised identifiers that stand in these records of a person, as the blind indexes know them. */
    public Map<IdentifierKind, Set<String>> identifiers(UUID subject, Set<UUID> recordIds) {
        List<HeldRecord> wanted = records.of(subject).stream()
                .filter(record -> recordIds.contains(record.id()))
                .toList();
        Map<IdentifierKind, Set<String>> found = new EnumMap<>(IdentifierKind.class);
        records.open(wanted, Purpose.CASE)
                .values()
                .forEach(values -> values.forEach((field, value) -> {
                    switch (FieldKinds.of(field)) {
                        case PHONE -> add(found, IdentifierKind.PHONE, List.of(value.split("/")));
                        case ID_NUMBER -> add(found, IdentifierKind.ID_NUMBER, List.of(value));
                        default -> {}
                    }
                }));
        return found;
    }

    private static void add(Map<IdentifierKind, Set<String>> found, IdentifierKind kind, List<String> values) {
        found.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(values);
    }

    private static Card card(UUID subject, List<HeldRecord> held, Map<UUID, SortedMap<String, String>> values) {
        String name = "";
        String idNumber = "";
        List<String> phones = new ArrayList<>();
        for (HeldRecord record : held) {
            for (Map.Entry<String, String> entry :
                    values.getOrDefault(record.id(), new java.util.TreeMap<>()).entrySet()) {
                switch (FieldKinds.of(entry.getKey())) {
                    case NAME -> name = name.isEmpty() ? entry.getValue() : name;
                    case ID_NUMBER -> idNumber = idNumber.isEmpty() ? entry.getValue() : idNumber;
                    case PHONE -> phones.addAll(List.of(entry.getValue().split("/")));
                    default -> {}
                }
            }
        }
        return new Card(subject, name, List.copyOf(new LinkedHashSet<>(phones)), idNumber);
    }
}
