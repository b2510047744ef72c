package io.shouxin.request.ui.staff;

import io.shouxin.request.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What staff entered and have not sent yet, by person and case, for a day. It outlives the sheet, the page and the signing out, and
 * is forgotten when the task is decided. It holds personal data and therefore stays in the memory of this node: a restart forgets
 * it, and no erasure has to look for it.
 */
@Component
class CaseDrafts {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Map<Owner, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;

    CaseDrafts(Clock clock) {
        this.clock = clock;
    }

    private record Owner(UUID person, RequestId request) {}

    private record Held(CaseDraft draft, Instant opened) {}

    CaseDraft of(UUID person, RequestId request) {
        Instant now = clock.instant();
        held.values().removeIf(each -> each.opened().plus(KEPT).isBefore(now));
        return held.compute(
                        new Owner(person, request),
                        (owner, known) -> new Held(known == null ? new CaseDraft(person) : known.draft(), now))
                .draft();
    }

    /** The task is decided: what anybody began about it serves nobody any more. */
    void forget(RequestId request) {
        held.forEach((owner, each) -> {
            if (owner.request().equals(request)) {
                each.draft().clear();
            }
        });
    }
}
