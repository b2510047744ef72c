package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.Capacity;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the person in whose name an agent asks, at the number on file: whoever gave no power can stop it. A client who is named as
 * somebody's ward is told too: whoever has no guardian can say so. A number of somebody deceased may be anybody's by now, and a child's
 * is mostly a parent's: nothing is sent there.
 */
@Component
class PersonTold {

    private final PersonData people;
    private final Subjects subjects;
    private final CaseMessages messages;
    private final CaseEvents events;
    private final Clocks clocks;

    PersonTold(PersonData people, Subjects subjects, CaseMessages messages, CaseEvents events, Clocks clocks) {
        this.people = people;
        this.subjects = subjects;
        this.messages = messages;
        this.events = events;
        this.clocks = clocks;
    }

    /** Whether there is anything on file to which they could be told. */
    static boolean isReachable(PersonData.Card card) {
        return !card.phones().isEmpty() || !card.emails().isEmpty();
    }

    private @Nullable String template(SubjectRequest request, UUID person) {
        if (request.isAskedInNameOf(person)) {
            return "agentAsked";
        }
        return request.capacity() == Capacity.GUARDIAN && subjects.get(person).kind() == SubjectKind.CLIENT
                ? "guardianAsked"
                : null;
    }

    void tell(SubjectRequest request) {
        UUID person = request.subjectId();
        if (person == null) {
            return;
        }
        String template = template(request, person);
        if (template == null) {
            return;
        }
        PersonData.Card card = people.card(person, Purpose.CASE);
        if (!isReachable(card)) {
            return;
        }
        messages.sendToPerson(
                request,
                template,
                clocks.dueOn(request.id().value()).orElse(null),
                card.phones().isEmpty() ? "" : card.phones().get(0),
                card.emails().isEmpty() ? "" : card.emails().get(0));
        events.add(request.id(), CaseEvent.Kind.PERSON_TOLD, Actor.SYSTEM, null);
    }
}
