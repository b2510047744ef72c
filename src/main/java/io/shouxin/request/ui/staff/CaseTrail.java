package io.shouxin.request.ui.staff;

import io.shouxin.request.CaseView;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.ui.StepTrail;
import io.shouxin.shared.ui.UiTexts;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The process in a row of a few steps that a person would name; the whole model is in {@link ProcessPicture}. */
final class CaseTrail {

    private static final List<Step> STEPS = List.of(
            new Step("received", RequestStatus.RECEIVED, false, Set.of("request-received")),
            new Step(
                    "identity",
                    RequestStatus.AWAITING_PROOF,
                    false,
                    Set.of(
                            "verify-identity",
                            "plan-call",
                            "call-client",
                            "await-proof",
                            "check-identity",
                            "ask-for-proof",
                            "accept-proof")),
            new Step("restrict", RequestStatus.DECIDING, false, Set.of("restrict-processing")),
            new Step("decide", RequestStatus.DECIDING, false, Set.of("decide-records")),
            new Step("officer", RequestStatus.OFFICER_REVIEW, true, Set.of("officer-decisions")),
            new Step("review", RequestStatus.REVIEW, false, Set.of("review-decisions", "open-review")),
            new Step("second", RequestStatus.SECOND_REVIEW, false, Set.of("second-review", "open-second-review")),
            new Step(
                    "erase",
                    RequestStatus.ERASING,
                    false,
                    Set.of("begin-erasure", "erase-in-systems", "plan-erasure", "dispatch-erasure", "erasure-failed")),
            new Step("verify", RequestStatus.ERASING, false, Set.of("verify-erasure")),
            new Step(
                    "answer",
                    RequestStatus.ANSWERING,
                    false,
                    Set.of("answer", "close-case", "close-cancelled", "close-without-proof")));

    private CaseTrail() {}

    /**
     * @param onlyIfTaken a step that most cases do not need; shown where this one did
     */
    private record Step(String key, RequestStatus status, boolean onlyIfTaken, Set<String> elements) {

        boolean in(List<String> ids) {
            return !Collections.disjoint(elements, ids);
        }
    }

    static StepTrail of(CaseView view) {
        RequestStatus status = view.request().status();
        ProcessTrace trace = view.trace();
        boolean closed = status == RequestStatus.CLOSED;
        StepTrail trail = new StepTrail();
        boolean nowShown = false;
        for (Step step : STEPS) {
            boolean last = step.status() == RequestStatus.ANSWERING;
            boolean done = step.status() == RequestStatus.RECEIVED || step.in(trace.done()) || (closed && last);
            boolean now = !closed
                    && !nowShown
                    && (step.in(trace.current())
                            || (trace.current().isEmpty() && step.status() == status && !step.in(trace.done())));
            String name = UiTexts.text("staff.step." + step.key());
            if (now) {
                trail.now(name);
                nowShown = true;
            } else if (done) {
                trail.done(name);
            } else if (!closed && !step.onlyIfTaken()) {
                trail.next(name);
            }
        }
        return trail;
    }
}
