package io.shouxin.request.internal;

import io.shouxin.deadline.ClockState;
import io.shouxin.deadline.Clocks;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.ResponseDeadline;
import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.platform.Firms;
import io.shouxin.request.Authority;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.RequestId;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.Actor;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps in which it becomes clear whether somebody may ask for another person. The clock rests only while the requester owes papers;
 * while the firm looks at them it runs.
 */
@Component
class AuthoritySteps {

    private final Requests requests;
    private final AuthorityRows authorities;
    private final CaseEvents events;
    private final CaseMessages messages;
    private final Clocks clocks;
    private final ResponseDeadline deadlines;
    private final Firms firms;
    private final EvidenceLog evidence;
    private final Clock clock;

    AuthoritySteps(
            Requests requests,
            AuthorityRows authorities,
            CaseEvents events,
            CaseMessages messages,
            Clocks clocks,
            ResponseDeadline deadlines,
            Firms firms,
            EvidenceLog evidence,
            Clock clock) {
        this.requests = requests;
        this.authorities = authorities;
        this.events = events;
        this.messages = messages;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.firms = firms;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Whether somebody asks for another person of whom nobody has said yet that they may. */
    boolean isNeeded(RequestId id) {
        return authorities.isOpen(requests.get(id));
    }

    boolean isRefused(RequestId id) {
        return authorities
                .find(id)
                .filter(authority -> authority.state() == Authority.State.REFUSED)
                .isPresent();
    }

    /** Whoever hands in papers at this moment is waited for, so that nobody is asked for what has just come. */
    boolean arePapersAtHand(RequestId id) {
        requests.lock(id);
        return authorities.get(id).state() == Authority.State.TO_CHECK;
    }

    void ask(RequestId id) {
        SubjectRequest request = requests.lock(id);
        DeadlineRule period = deadlines.rule(Clocks.CLIENT_PROOF, firms.firm().jurisdiction());
        LocalDate due = clocks.workingDaysAfter(ChinaTime.today(clock), period.workingDays());
        request.awaitProof(due);
        requests.update(request);
        if (clocks.state(id.value()) == ClockState.RUNNING) {
            clocks.pause(id.value(), Clocks.CLIENT_PROOF);
            log(EvidenceKind.CLOCK_PAUSED, request, period.ruleId());
        }
        events.add(id, CaseEvent.Kind.PROOF_ASKED, Actor.SYSTEM, "PAPERS");
        messages.send(request, "papersAsked", due);
    }

    /** Papers came, or a clerk was shown them: it is the firm's turn. */
    void accept(RequestId id) {
        SubjectRequest request = requests.lock(id);
        Authority authority = authorities.get(id);
        authority.papersCame();
        authorities.update(authority);
        request.acceptProof();
        requests.update(request);
        if (clocks.state(id.value()) == ClockState.PAUSED) {
            clocks.resume(id.value());
            log(EvidenceKind.CLOCK_RESUMED, request, null);
        }
    }

    private void log(EvidenceKind kind, SubjectRequest request, @Nullable String rule) {
        evidence.append(EvidenceEvent.of(kind, Actor.SYSTEM)
                .caseId(request.id().value())
                .subjectId(request.subjectId())
                .detail("rule", rule)
                .build());
    }
}
