package io.shouxin.setup;

import io.shouxin.platform.Firm;
import io.shouxin.shared.InvalidInput;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the firm says of itself. The number of people is empty where it was never stated.
 *
 * @param version whoever changes it names the version that they have seen
 */
public record FirmParticulars(Map<FirmField, String> values, int version) {

    public FirmParticulars {
        EnumMap<FirmField, String> all = new EnumMap<>(FirmField.class);
        for (FirmField field : FirmField.values()) {
            all.put(field, field.plain(values.getOrDefault(field, "")));
        }
        values = Collections.unmodifiableMap(all);
    }

    static FirmParticulars of(Firm firm, Optional<Long> people, int version) {
        return new FirmParticulars(
                Map.of(
                        FirmField.NAME, firm.name(),
                        FirmField.ADDRESS, firm.address(),
                        FirmField.PERSON, firm.contactPerson(),
                        FirmField.PHONE, firm.contactPhone(),
                        FirmField.EMAIL, firm.contactEmail(),
                        FirmField.AUTHORITY, firm.authority(),
                        FirmField.AUTHORITY_ENGLISH, firm.authorityEnglish(),
                        FirmField.PEOPLE, people.map(String::valueOf).orElse("")),
                version);
    }

    public String get(FirmField field) {
        return values.getOrDefault(field, "");
    }

    /** In which fields this differs from another. */
    public Set<FirmField> differingFrom(FirmParticulars other) {
        Set<FirmField> differing = EnumSet.noneOf(FirmField.class);
        for (FirmField field : FirmField.values()) {
            if (!get(field).equals(other.get(field))) {
                differing.add(field);
            }
        }
        return differing;
    }

    /** Of how many people, if it was stated. */
    Optional<Long> people() {
        return Headcount.read(get(FirmField.PEOPLE));
    }

    /**
     * The firm with these particulars, checked as the set-up checks them.
     *
     * @throws InvalidInput if a value cannot be one
     */
    Firm applied(Firm firm) {
        SetUpAnswers.Name name = new SetUpAnswers.Name(get(FirmField.NAME), get(FirmField.ADDRESS));
        SetUpAnswers.Contact contact =
                new SetUpAnswers.Contact(get(FirmField.PERSON), get(FirmField.PHONE), get(FirmField.EMAIL));
        SetUpAnswers.Authority authority =
                new SetUpAnswers.Authority(get(FirmField.AUTHORITY), get(FirmField.AUTHORITY_ENGLISH));
        return new Firm(
                name.name(),
                name.address(),
                contact.person(),
                contact.phone(),
                contact.email(),
                authority.name(),
                authority.englishName(),
                firm.jurisdiction());
    }
}
