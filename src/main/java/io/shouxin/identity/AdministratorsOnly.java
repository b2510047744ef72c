package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Role;
import org.springframework.stereotype.Component;

/** The check before every change of people and settings, whatever page or call it came from; who fails it is logged. */
@Component
public class AdministratorsOnly {

    private final CurrentActor current;
    private final EvidenceLog evidence;

    AdministratorsOnly(CurrentActor current, EvidenceLog evidence) {
        this.current = current;
        this.evidence = evidence;
    }

    /**
     * @param action what was tried, for the exception
     * @throws AccessRefused if the actor is no administrator
     */
    public Actor require(String action) {
        Actor actor = current.get();
        if (actor.kind() != Actor.Kind.STAFF || !actor.has(Role.ADMINISTRATOR)) {
            evidence.appendRefused(EvidenceEvent.of(EvidenceKind.ACCESS_REFUSED, actor)
                    .target("administration", "people")
                    .outcome("NOT_ADMINISTRATOR")
                    .build());
            throw new AccessRefused("Only an administrator may " + action);
        }
        return actor;
    }
}
