package io.shouxin.request.ui;

import io.shouxin.request.Channel;
import io.shouxin.request.DecisionTexts;
import io.shouxin.request.OpenCase;
import io.shouxin.request.RecordDecision;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.SubjectRequest;
import io.shouxin.retention.Outcome;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a client's records stand in their open cases: being decided, going to be deleted, or kept and why. */
final class UnderWay {

    /** How one record stands, in a word and in a sentence. */
    record State(Chip chip, String why) {}

    private final List<OpenCase> cases;

    /** @param open the client's cases that are not closed, newest first */
    UnderWay(List<OpenCase> open) {
        this.cases = open.stream().filter(view -> !view.takenBack()).toList();
    }

    /** @param held as things stand without the open cases; empty if none of them is about this record */
    Optional<State> of(RecordDecision held, Texts texts) {
        return cases.stream().flatMap(view -> in(view, held, texts).stream()).findFirst();
    }

    private static Optional<State> in(OpenCase view, RecordDecision held, Texts texts) {
        Optional<RecordDecision> decision = view.decisions().stream()
                .filter(each -> each.recordId().equals(held.recordId()))
                .findFirst();
        SubjectRequest request = view.request();
        if (decision.isPresent()) {
            return Optional.of(state(request, decision.get(), texts));
        }
        return view.decisions().isEmpty() && asksFor(request, held)
                ? Optional.of(undecided(request, texts))
                : Optional.empty();
    }

    /** Before its records are decided about, a case is about what was asked for; one that the clock opened names its records. */
    private static boolean asksFor(SubjectRequest request, RecordDecision held) {
        Set<?> categories = request.categories();
        return request.channel() != Channel.CLOCK && (categories == null || categories.contains(held.category()));
    }

    /** What a person has changed is not told before another has confirmed it; what the rules propose, the client saw before sending. */
    private static State state(SubjectRequest request, RecordDecision decision, Texts texts) {
        boolean confirmed = request.status().compareTo(RequestStatus.ERASING) >= 0;
        boolean refused = decision.refusedWithTheWhole(request);
        if (!confirmed && (refused || decision.isChanged())) {
            return undecided(request, texts);
        }
        if (refused) {
            return new State(
                    Chip.warn(texts.get("request.chip." + Outcome.REFUSE.name())),
                    told(request, texts.get("client.underWay.refused"), texts));
        }
        String why = DecisionTexts.forClient(decision, texts.locale());
        if (decision.isOpen()) {
            return new State(DecisionCards.chip(decision), told(request, why, texts));
        }
        if (decision.erases()) {
            return confirmed
                    ? new State(
                            DecisionCards.chip(decision), told(request, texts.get("client.underWay.erasing"), texts))
                    : new State(
                            Chip.calm(texts.get("client.underWay.chip.erase")),
                            told(request, texts.get("client.underWay.erase"), texts));
        }
        return new State(
                DecisionCards.chip(decision),
                told(request, texts.get(confirmed ? "client.underWay.kept" : "client.underWay.keep", why), texts));
    }

    private static State undecided(SubjectRequest request, Texts texts) {
        return new State(
                Chip.calm(texts.get("client.underWay.chip.deciding")),
                told(request, texts.get("client.underWay.deciding"), texts));
    }

    private static String told(SubjectRequest request, String how, Texts texts) {
        String whose = request.capacity().isForAnother()
                ? "client.underWay.agent"
                : request.channel() == Channel.CLOCK ? "client.underWay.clock" : "client.underWay.asked";
        return texts.get(whose, request.reference(), how);
    }
}
