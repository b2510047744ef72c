package io.shouxin.request;

import io.shouxin.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of the firm looked at a person, when, and for what; read from the evidence log by those who watch over it. */
public interface PersonLooks {

    Set<Role> READERS = Set.of(Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    /**
     * One look.
     *
     * @param kind the name of the evidence's kind
     * @param request the case in which it was done; null outside any, and for cases that the reader may not see
     * @param inCase whether it was done in a case, be it one that the reader may not see
     * @param purpose code of a purpose that was named; null where none was
     */
    record Look(
            Instant at,
            @Nullable UUID by,
            String kind,
            @Nullable SubjectRequest request,
            boolean inCase,
            @Nullable String purpose) {}

    /**
     * @param looks newest first
     * @param more whether there are older ones
     */
    record Page(List<Look> looks, boolean more) {}

    /** Whether the actor is one of those who may ask. */
    boolean mayRead();

    /**
     * Looks at somebody of whom the actor's branches hold a record or have a case, those under earlier ids included.
     *
     * @throws io.shouxin.shared.NotFound if the actor may not read them
     */
    Page of(UUID subject, int offset, int size);
}
