package io.shouxin.request;

import io.shouxin.shared.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Shows a person unmasked to a member of the firm, and writes down who looked. */
public interface PersonReveal {

    /** Who may see a person unmasked, in their branches; an auditor judges the work without it (PIPL 6, least data). */
    Set<Role> READERS = Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL);

    /** The person behind a case: as on file, or as they gave themselves where the firm has nothing. */
    Revealed ofCase(RequestId request);

    /** Whom somebody means who asks for another person, as they gave it. */
    Revealed ofPersonMeant(RequestId request);

    /** A person in the actor's branches, outside any case. */
    Revealed ofPerson(UUID subject);

    /** Whether {@link #ofCase} would show anything; what is erased is not offered. */
    boolean hasOfCase(RequestId request);

    /** Whether {@link #ofPerson} would show anything; neither is offered what is erased nor what may only be stored. */
    boolean hasOfPerson(UUID subject);

    record Revealed(String name, List<String> phones, String idNumber) {

        public Revealed {
            phones = List.copyOf(phones);
        }

        public boolean isEmpty() {
            return name.isBlank() && phones.isEmpty() && idNumber.isBlank();
        }
    }
}
