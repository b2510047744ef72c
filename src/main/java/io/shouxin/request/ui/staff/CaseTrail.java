package io.shouxin.request.ui.staff;

import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProcessTrace;
import io.shouxin.request.Proof;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.ui.StepTrail;
import io.shouxin.shared.ui.UiTexts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The process in a row of a few steps that a person would name; the whole model is in {@link ProcessPicture}. */
final class CaseTrail {

    /** A request that is refused goes through it too, and nothing is erased. */
    private static final String GATE = "begin-erasure";

    private static final String IDENTITY = "identity";
    private static final String RESTRICT = "restrict";

    private static final List<Step> STEPS = List.of(
            new Step("received", RequestStatus.RECEIVED, false, Set.of("request-received")),
            new Step(
                    IDENTITY,
                    RequestStatus.AWAITING_PROOF,
                    false,
                    Set.of(
                            "verify-identity",
                            "see-proof",
                            "plan-call",
                            "call-client",
                            "await-proof",
                            "check-identity",
                            "ask-for-proof",
                            "accept-proof",
                            "verify-authority",
                            "check-authority",
                            "ask-for-papers",
                            "await-papers",
                            "accept-papers")),
            new Step(RESTRICT, RequestStatus.DECIDING, false, Set.of("restrict-processing")),
            new Step("decide", RequestStatus.DECIDING, false, Set.of("decide-records")),
            new Step("officer", RequestStatus.OFFICER_REVIEW, true, Set.of("officer-decisions")),
            new Step("review", RequestStatus.REVIEW, false, Set.of("review-decisions", "open-review")),
            new Step("second", RequestStatus.SECOND_REVIEW, false, Set.of("second-review", "open-second-review")),
            new Step(
                    "erase",
                    RequestStatus.ERASING,
                    false,
                    Set.of(GATE, "erase-in-systems", "plan-erasure", "dispatch-erasure", "erasure-failed")),
            new Step("verify", RequestStatus.ERASING, false, Set.of("verify-erasure")),
            new Step(
                    "answer",
                    RequestStatus.ANSWERING,
                    false,
                    Set.of("answer", "close-case", "close-cancelled", "close-without-proof")));

    /** A question to the client interrupts the review, whatever the engine does to hear the answer. */
    private static final int REVIEW =
            first(step -> step.status() == RequestStatus.REVIEW).orElseThrow();

    private CaseTrail() {}

    /**
     * @param onlyIfTaken a step that most cases do not need; shown where this one did
     */
    private record Step(String key, RequestStatus status, boolean onlyIfTaken, Set<String> elements) {

        boolean in(List<String> ids) {
            return !Collections.disjoint(elements, ids);
        }
    }

    /**
     * What lies before the present step was passed or left out; what lies behind it is to come, also where a returned case has
     * been there before.
     */
    static StepTrail of(CaseView view) {
        ProcessTrace trace = view.trace();
        boolean closed = view.request().status() == RequestStatus.CLOSED;
        boolean asked = !closed && view.request().proofDemanded();
        int present =
                closed ? STEPS.size() : asked ? REVIEW : present(view.request().status(), trace);
        List<String> passed =
                trace.done().stream().filter(element -> !element.equals(GATE)).toList();
        StepTrail trail = new StepTrail();
        for (int i = 0; i < STEPS.size(); i++) {
            Step step = STEPS.get(i);
            String name = UiTexts.text("staff.step." + step.key());
            if (i == present) {
                trail.now(asked ? UiTexts.text("staff.step.asked") : name);
            } else if (i > present) {
                next(trail, step, name);
            } else if ((step.in(passed) || isSureOf(step, closed)) && !hadNoEffect(step, view)) {
                trail.done(name);
            }
        }
        return trail;
    }

    /** Every case was received, and every closed one was answered, whatever the engine remembers of it. */
    private static boolean isSureOf(Step step, boolean closed) {
        return step.status() == RequestStatus.RECEIVED || (closed && step.status() == RequestStatus.ANSWERING);
    }

    /**
     * Somebody on no file is not asked who they are, and nothing of theirs is in use that could be stopped. Behind what came back by
     * itself is nobody to ask, and it was in no use.
     */
    private static boolean hadNoEffect(Step step, CaseView view) {
        boolean unasked = view.request().channel() == Channel.CLOCK;
        return switch (step.key()) {
            case IDENTITY ->
                unasked
                        || (!view.request().capacity().isForAnother()
                                && view.request().proof() == Proof.NONE
                                && view.holdsNothing());
            case RESTRICT -> unasked || view.holdsNothing();
            default -> false;
        };
    }

    private static void next(StepTrail trail, Step step, String name) {
        if (!step.onlyIfTaken()) {
            trail.next(name);
        }
    }

    /** Where the engine works or waits; between two steps, the first of the case's status, or of all, that is not behind it. */
    private static int present(RequestStatus status, ProcessTrace trace) {
        return first(step -> step.in(trace.current()))
                .or(() -> first(step -> step.status() == status && !step.in(trace.done())))
                .or(() -> first(step -> !step.onlyIfTaken() && !step.in(trace.done())))
                .orElse(STEPS.size());
    }

    private static Optional<Integer> first(Predicate<Step> wanted) {
        return IntStream.range(0, STEPS.size())
                .filter(i -> wanted.test(STEPS.get(i)))
                .boxed()
                .findFirst();
    }
}
