package io.shouxin.request.internal;

import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.SubjectRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a case ends by what was decided; draft and letter say the same. */
@Component
class CaseOutcome {

    private final DecisionRows decisions;

    CaseOutcome(DecisionRows decisions) {
        this.decisions = decisions;
    }

    RequestOutcome of(SubjectRequest request) {
        return of(request, decisions.of(request.id()));
    }

    /** @param all the decisions as they are, or as they would be */
    RequestOutcome of(SubjectRequest request, List<RecordDecision> all) {
        if (request.refusalCode() != null) {
            return RequestOutcome.REFUSED;
        }
        long erased = all.stream().filter(RecordDecision::erases).count();
        if (all.isEmpty()) {
            return RequestOutcome.NOTHING_HELD;
        }
        if (erased == all.size()) {
            return RequestOutcome.COMPLETED;
        }
        return erased == 0 ? RequestOutcome.REFUSED : RequestOutcome.PARTLY_COMPLETED;
    }
}
