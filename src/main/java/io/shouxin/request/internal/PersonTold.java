package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.record.PersonData;
import io.shouxin.record.Purpose;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the person in whose name an agent asks, at the number on file: whoever gave no power can stop it. A number of somebody deceased
 * may be anybody's by now, and a guardian asks for whom they care for: nothing is sent there.
 */
@Component
class PersonTold {

    private final PersonData people;
    private final CaseMessages messages;
    private final CaseEvents events;
    private final Clocks clocks;

    PersonTold(PersonData people, CaseMessages messages, CaseEvents events, Clocks clocks) {
        this.people = people;
        this.messages = messages;
        this.events = events;
        this.clocks = clocks;
    }

    void tell(SubjectRequest request) {
        UUID person = request.subjectId();
        if (person == null || !request.isAskedInNameOf(person)) {
            return;
        }
        PersonData.Card card = people.card(person, Purpose.CASE);
        if (card.phones().isEmpty() && card.emails().isEmpty()) {
            return;
        }
        messages.send(
                request,
                "agentAsked",
                clocks.dueOn(request.id().value()).orElse(null),
                card.phones().isEmpty() ? "" : card.phones().get(0),
                card.emails().isEmpty() ? "" : card.emails().get(0));
        events.add(request.id(), CaseEvent.Kind.PERSON_TOLD, Actor.SYSTEM, null);
    }
}
