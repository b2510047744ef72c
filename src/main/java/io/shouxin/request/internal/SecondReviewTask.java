package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.record.Claims;
import io.shouxin.record.OpenClaim;
import io.shouxin.request.Authority;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A second person who has not touched the case confirms what is kept or refused, or erased on one person's word, or returns it. */
@Component
class SecondReviewTask extends CaseTask {

    enum Verdict {
        APPROVED,
        RETURNED
    }

    private final Requests requests;
    private final AuthorityRows authorities;
    private final CaseTexts texts;
    private final CaseEvents events;
    private final DecisionRows decisions;
    private final Claims claims;

    SecondReviewTask(
            Requests requests,
            AuthorityRows authorities,
            Clocks clocks,
            CaseTexts texts,
            CaseEvents events,
            DecisionRows decisions,
            Claims claims) {
        super(requests, clocks);
        this.requests = requests;
        this.authorities = authorities;
        this.texts = texts;
        this.events = events;
        this.decisions = decisions;
        this.claims = claims;
    }

    @Override
    public String key() {
        return "second-review";
    }

    @Override
    public Role candidate() {
        return Role.REVIEWER;
    }

    @Override
    public boolean wantsIndependent() {
        return true;
    }

    @Override
    public void nobodyLeft(UUID caseId) {
        events.add(new RequestId(caseId), CaseEvent.Kind.NOBODY_TO_CONFIRM, Actor.SYSTEM, null);
    }

    @Override
    public Set<UUID> decidable(Set<UUID> cases, Actor actor) {
        UUID me = actor.id();
        if (me == null) {
            return Set.of();
        }
        Set<UUID> untouched = new HashSet<>(cases);
        untouched.removeAll(Set.copyOf(events.touchedBy(me, cases)));
        untouched.removeAll(keptByClaimsOf(me, untouched));
        return untouched;
    }

    /** Whoever wrote down the claim for which something is kept, be it before the case came, had a hand in its answer. */
    private Set<UUID> keptByClaimsOf(UUID member, Set<UUID> cases) {
        List<DecisionRows.KeptForClaim> kept = decisions.keptForClaims(cases);
        if (kept.isEmpty()) {
            return Set.of();
        }
        Set<UUID> people =
                kept.stream().map(DecisionRows.KeptForClaim::subjectId).collect(Collectors.toSet());
        Set<UUID> ofMember = claims.standing(people).stream()
                .filter(claim -> claim.recordedBy().equals(member))
                .map(OpenClaim::subjectId)
                .collect(Collectors.toSet());
        return kept.stream()
                .filter(each -> ofMember.contains(each.subjectId()))
                .map(DecisionRows.KeptForClaim::caseId)
                .collect(Collectors.toSet());
    }

    /**
     * A refusal that was returned stands no longer: the clerk sees, and approves, the decisions record by record, or refuses anew.
     *
     * @return its code, null where there was none
     */
    private @Nullable String takeBackRefusal(RequestId id) {
        SubjectRequest request = requests.lock(id);
        String code = request.refusalCode();
        if (code != null) {
            request.withdrawRefusal();
            lookAgainAtAuthority(request);
            requests.update(request);
        }
        return code;
    }

    /** A requester who was found to have no authority is looked at once more, and nobody decides about records before. */
    private void lookAgainAtAuthority(SubjectRequest request) {
        if (authorities.isOpen(request)) {
            Authority authority = authorities.get(request.id());
            authority.refusalReturned();
            authorities.update(authority);
            request.moveTo(RequestStatus.RECEIVED);
        }
    }

    /** Fields: {@code outcome}; for RETURNED {@code text}, why. */
    @Override
    public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
        RequestId id = new RequestId(caseId);
        Verdict verdict = constant(Verdict.class, fields, "outcome");
        if (verdict == Verdict.APPROVED) {
            events.add(id, CaseEvent.Kind.CONFIRMED, actor, null);
        } else {
            texts.add(id, CaseText.Kind.RETURNED, required(fields, "text"), actor.id());
            events.add(id, CaseEvent.Kind.RETURNED, actor, takeBackRefusal(id));
        }
        return Map.of("outcome", verdict.name());
    }
}
