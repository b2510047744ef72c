package io.shouxin.request.internal;

import io.shouxin.request.Authorities;
import io.shouxin.request.AuthorityRules;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AuthorityService implements Authorities {

    private static final Set<Role> READERS =
            Set.of(Role.STAFF, Role.REVIEWER, Role.PRIVACY_OFFICER, Role.LEGAL, Role.AUDITOR);

    private final Requests requests;
    private final AuthorityRows rows;
    private final AuthorityRules rules;
    private final CaseEvents events;
    private final CurrentActor current;

    AuthorityService(
            Requests requests, AuthorityRows rows, AuthorityRules rules, CaseEvents events, CurrentActor current) {
        this.requests = requests;
        this.rows = rows;
        this.rules = rules;
        this.events = events;
        this.current = current;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AuthorityView> of(RequestId id) {
        Actor actor = current.get();
        SubjectRequest request = requests.find(id)
                .filter(found -> switch (actor.kind()) {
                    case CLIENT -> actor.isClient(found.owner());
                    case STAFF -> actor.sees(found.branchId()) && actor.hasAny(READERS);
                    case INTEGRATOR -> events.receivedBy(id, actor);
                    case SYSTEM -> true;
                    case ANONYMOUS -> false;
                })
                .orElseThrow(() -> new NotFound("request", id));
        return rows.find(request.id())
                .map(authority -> new AuthorityView(
                        authority,
                        rules.papers(authority.capacity(), authority.ward(), authority.lawyer()),
                        events.count(id, CaseEvent.Kind.PROOF_NOT_ENOUGH) > 0));
    }
}
