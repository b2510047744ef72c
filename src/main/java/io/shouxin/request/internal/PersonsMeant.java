package io.shouxin.request.internal;

import io.shouxin.record.ContactForms;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.record.imports.IdentityNumber;
import io.shouxin.request.Capacity;
import io.shouxin.request.OnBehalf;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds whom somebody means who asks for another person: by the number that they gave of that person, or the identity number, and always
 * by the name too, since a number may be shared. A child often has no number of their own: it is looked for among the children who stand
 * in the records of whoever has the guardian's.
 */
@Component
class PersonsMeant {

    private final Subjects subjects;
    private final PersonData people;

    PersonsMeant(Subjects subjects, PersonData people) {
        this.subjects = subjects;
        this.people = people;
    }

    /** The person, if there is exactly one; where several could be meant a clerk says who is. */
    Optional<UUID> only(Capacity capacity, OnBehalf.Person person, String requesterPhone) {
        Set<UUID> named = of(capacity, person, requesterPhone);
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** Everybody of that name whom one of the numbers leads to. */
    Set<UUID> of(Capacity capacity, OnBehalf.Person person, String requesterPhone) {
        Set<UUID> reached = new LinkedHashSet<>();
        IdentityNumber.normalise(person.idNumber())
                .values()
                .forEach(number -> reached.addAll(subjects.byIdentifier(IdentifierKind.ID_NUMBER, number)));
        Set<UUID> byPhone = new LinkedHashSet<>(byPhone(person.phone()));
        if (capacity == Capacity.GUARDIAN) {
            byPhone.addAll(byPhone(requesterPhone));
            reached.addAll(childrenOf(byPhone));
        }
        reached.addAll(byPhone);
        Map<UUID, PersonData.Card> cards = people.cards(reached, Purpose.CASE);
        reached.removeIf(id -> !ContactForms.isSameName(
                person.name(), Objects.requireNonNull(cards.get(id)).name()));
        return reached;
    }

    private Set<UUID> byPhone(String phone) {
        return phone.isEmpty() ? Set.of() : subjects.byIdentifier(IdentifierKind.PHONE, phone);
    }

    private List<UUID> childrenOf(Set<UUID> clients) {
        List<UUID> tied = subjects.thirdParties(clients).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .toList();
        return subjects.findAll(tied).values().stream()
                .filter(subject -> subject.kind() == SubjectKind.CHILD && !subject.erased())
                .map(subject -> subject.id())
                .toList();
    }
}
