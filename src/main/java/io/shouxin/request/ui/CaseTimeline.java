package io.shouxin.request.ui;

import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.Timeline;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case told to its client: what was done and when, what happens now, what comes. */
final class CaseTimeline {

    private static final List<RequestStatus> TO_COME =
            List.of(RequestStatus.REVIEW, RequestStatus.SECOND_REVIEW, RequestStatus.ERASING, RequestStatus.ANSWERING);

    /** A question of the staff is told as "please complete", not as a review. */
    private static final String ASKED_INSTEAD = "ASK_CLIENT";

    private static final String ASKED_FOR_IDENTITY = "IDENTITY";

    private static final Set<CaseEvent.Kind> INSIDE = EnumSet.of(CaseEvent.Kind.DECISIONS_PROPOSED);

    private static final Set<CaseEvent.Kind> OF_PAPERS = EnumSet.of(
            CaseEvent.Kind.PROOF_ASKED,
            CaseEvent.Kind.PROOF_RECEIVED,
            CaseEvent.Kind.PROOF_REFUSED,
            CaseEvent.Kind.PROOF_NOT_ENOUGH,
            CaseEvent.Kind.NO_ANSWER,
            CaseEvent.Kind.REOPENED);

    private CaseTimeline() {}

    /** To whom it is told. */
    enum Reader {
        /** Who asked, of their own data or where they have shown that they may. */
        CLIENT,
        /** Who asked for another person, of whom nobody has said yet that they may. */
        REQUESTER,
        /** The person in whose name an agent asks: they owe nothing, and are not told what the agent owes. */
        PERSON
    }

    static Timeline of(CaseView view) {
        return of(view, Reader.CLIENT);
    }

    static Timeline of(CaseView view, Reader reader) {
        Texts texts = UiTexts.current();
        Timeline timeline = new Timeline();
        RequestStatus status = view.request().status();
        CaseEvent.Kind before = null;
        List<CaseEvent> events = view.events();
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            if (!event.kind().isShownToClient()
                    || INSIDE.contains(event.kind())
                    || ASKED_INSTEAD.equals(event.detail())
                    || (reader == Reader.PERSON && OF_PAPERS.contains(event.kind()))
                    || event.kind() == before) {
                continue;
            }
            before = event.kind();
            timeline.done(title(event, events.subList(i + 1, events.size()), texts), event.at(), detail(event, texts));
        }
        if (status == RequestStatus.CLOSED) {
            usedAgain(view, timeline, texts);
            return timeline;
        }
        if (has(events, CaseEvent.Kind.CANCELLED)) {
            return reader == Reader.REQUESTER
                    ? timeline.now(
                            texts.get("client.others.outcome.NOT_CONTINUED"), texts.get("client.others.notContinued"))
                    : timeline.now(texts.get("client.cancel.done"), texts.get("client.cancel.doneText"));
        }
        String standing = standing(view, reader);
        timeline.now(texts.get("client.now." + standing), now(view, standing, texts));
        TO_COME.stream()
                .filter(next -> next.compareTo(status) > 0)
                .forEach(next -> timeline.next(
                        texts.get("client.next." + next.name()), texts.get("client.next.detail." + next.name())));
        return timeline;
    }

    private static String standing(CaseView view, Reader reader) {
        RequestStatus status = view.request().status();
        boolean owed = status == RequestStatus.AWAITING_PROOF && !view.isProofAtHand();
        if (reader == Reader.PERSON && owed) {
            return "AWAITING_AGENT";
        }
        if (reader != Reader.CLIENT && (owed || status == RequestStatus.RECEIVED || view.isProofAtHand())) {
            return owed ? "AWAITING_PAPERS" : "PAPERS";
        }
        return view.isProofAtHand() ? "PROOF_SENT" : StatusName.of(view.request());
    }

    /** Whoever took a request back, or let it be closed, is told that the stop of their data's use has ended with it. */
    private static void usedAgain(CaseView view, Timeline timeline, Texts texts) {
        RequestOutcome outcome = view.request().outcome();
        Instant closed = view.request().closedAt();
        boolean ended = outcome == RequestOutcome.CANCELLED || outcome == RequestOutcome.NO_PROOF;
        if (ended && closed != null && has(view.events(), CaseEvent.Kind.PROCESSING_STOPPED)) {
            timeline.done(texts.get("client.event.USED_AGAIN"), closed);
        }
    }

    private static boolean has(List<CaseEvent> events, CaseEvent.Kind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }

    /** Told as it is once it is past: a code that more had to follow was no proof, and a promised call was arranged. */
    private static String title(CaseEvent event, List<CaseEvent> later, Texts texts) {
        if (event.kind() == CaseEvent.Kind.CALL_PROMISED) {
            return texts.get("client.event.CALL_ARRANGED");
        }
        if (event.kind() == CaseEvent.Kind.RECEIVED && Channel.CLOCK.name().equals(event.detail())) {
            return texts.get("client.event.CAME_BACK");
        }
        boolean byCodeOnly = event.kind() == CaseEvent.Kind.IDENTITY_CONFIRMED
                && ProofMethod.ONE_TIME_CODE.name().equals(event.detail())
                && later.stream().anyMatch(CaseTimeline::tellsThatMoreWasNeeded);
        return texts.get(
                byCodeOnly
                        ? "client.event.PHONE_CONFIRMED"
                        : "request.event." + event.kind().name());
    }

    private static boolean tellsThatMoreWasNeeded(CaseEvent event) {
        return switch (event.kind()) {
            case CALL_PROMISED, CALL_WANTED, CALL_FAILED -> true;
            case PROOF_ASKED -> ASKED_FOR_IDENTITY.equals(event.detail());
            default -> false;
        };
    }

    private static String now(CaseView view, String standing, Texts texts) {
        RequestStatus status = view.request().status();
        boolean decided = status == RequestStatus.REVIEW
                || status == RequestStatus.SECOND_REVIEW
                || status == RequestStatus.OFFICER_REVIEW;
        return decided && !view.decisions().isEmpty()
                ? texts.get("client.now.counts", view.decisions().size(), DecisionCards.counts(view.decisions()))
                : texts.get("client.now.detail." + standing);
    }

    private static String detail(CaseEvent event, Texts texts) {
        @Nullable String code = event.detail();
        return switch (event.kind()) {
            case PROCESSING_STOPPED -> texts.get("client.event.PROCESSING_STOPPED");
            case RECEIVED -> code == null ? "" : received(Channel.valueOf(code), texts);
            case IDENTITY_CONFIRMED -> code == null ? "" : texts.label(ProofMethod.valueOf(code));
            case CLOSED -> code == null ? "" : texts.label(RequestOutcome.valueOf(code));
            case DUE_MOVED ->
                code == null ? "" : texts.get("client.event.dueMoved", TimeText.text(texts, LocalDate.parse(code)));
            case ERASED, VERIFIED -> code == null ? "" : texts.get("system." + code);
            default -> "";
        };
    }

    private static String received(Channel channel, Texts texts) {
        return channel == Channel.CLOCK ? texts.get("client.event.CAME_BACK.what") : texts.label(channel);
    }
}
