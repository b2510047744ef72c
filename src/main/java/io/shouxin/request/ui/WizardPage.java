package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStep;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A question on the way to a deletion request. Each has its own address, so that the browser's Back works; what was answered
 * lies in the draft, so that it is still there.
 */
abstract class WizardPage extends OwnPage {

    static final String SCOPE = "delete";
    static final String CHECK = "delete/check";
    private static final String FROM = "from";
    private static final String FROM_CHECK = "check";

    final Wizard wizard;
    private boolean fromCheck;
    /** Whether there is a question on this page, and so something to save and leave. */
    private boolean asking;
    /** The answers as this page showed them, or has saved them since. */
    private Optional<Draft> known = Optional.empty();

    WizardPage(CurrentActor current, Wizard wizard) {
        super(current, "client.delete.title");
        this.wizard = wizard;
    }

    @Override
    final void enter(BeforeEnterEvent event, UUID subject) {
        fromCheck = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FROM)
                .filter(FROM_CHECK::equals)
                .isPresent();
        open(subject, event::forwardTo);
    }

    /** Builds this page anew, from the answers as they are now. */
    final void reopen(UUID subject) {
        open(subject, UI.getCurrent()::navigate);
    }

    private void open(UUID subject, Consumer<String> forward) {
        removeAll();
        asking = false;
        Optional<SubjectRequest> held = wizard.heldBy(subject);
        if (held.isPresent()) {
            show(RequesterTurn.onlyTheirCase(held.get()));
            return;
        }
        if (!wizard.knows(subject)) {
            show(NothingHeld.page());
            return;
        }
        Optional<Draft> draft = look(subject);
        Optional<SubjectRequest> sent = draft.isPresent() ? Optional.empty() : wizard.underWay(subject);
        if (sent.isPresent()) {
            show(alreadySent(subject, sent.get()));
            return;
        }
        if (!startsHere() && draft.filter(Draft::scoped).isEmpty() && !(choosesScope() && draft.isPresent())) {
            forward.accept(SCOPE);
            return;
        }
        asking = true;
        ask(subject, draft.orElseGet(Draft::fresh), forward);
    }

    /** Builds the question from what was answered so far, or leads elsewhere. */
    abstract void ask(UUID subject, Draft draft, Consumer<String> forward);

    final Optional<Draft> look(UUID subject) {
        known = wizard.draft(subject);
        return known;
    }

    /** Whether no other page has sent this draft, begun another, or changed the answer that this page is about. */
    final boolean unchanged(UUID subject, BiPredicate<Draft, Draft> sameAnswer) {
        Optional<Draft> stored = wizard.draft(subject);
        return stored.isPresent() == known.isPresent()
                && stored.flatMap(now ->
                                known.map(then -> now.token().equals(then.token()) && sameAnswer.test(then, now)))
                        .orElse(true);
    }

    final void keep(UUID subject, UnaryOperator<Draft> answer) {
        Draft now = answer.apply(wizard.draft(subject).orElseGet(Draft::fresh));
        wizard.save(subject, now);
        known = Optional.of(now);
    }

    /** Keeps what is to be deleted, unless another page changed that: no answer is replaced unseen. */
    final boolean keepScope(UUID subject, UnaryOperator<Draft> answer) {
        if (!unchanged(subject, Draft::sameScope)) {
            changedElsewhere(subject, "client.changed.notSaved");
            return false;
        }
        keep(subject, answer);
        return true;
    }

    /** Shows the answers as another page left them, in place of a page that is out of date. */
    final void changedElsewhere(UUID subject, String whatNow) {
        Optional<Draft> draft = look(subject);
        if (draft.isEmpty()) {
            // another page of the same errand, so that what stands around the page changes with it
            UI.getCurrent().navigate(startsHere() ? CHECK : SCOPE);
            return;
        }
        Draft now = draft.get();
        SummaryList answers = new SummaryList().row(UiTexts.text("client.check.scope"), Answers.scope(now));
        if (now.scoped()) {
            answers.row(UiTexts.text("client.check.records"), DecisionCards.counts(wizard.preview(subject, now)));
        }
        show(new QuestionPage(UiTexts.text("client.changed.title"))
                .lead(UiTexts.text(whatNow))
                .content(answers.row(UiTexts.text("client.check.note"), Answers.note(now)))
                .primary(UiTexts.text("client.changed.go"), () -> reopen(subject)));
    }

    /** The first question needs no answer before it. */
    boolean startsHere() {
        return false;
    }

    /** The second half of the question of the scope needs only the first. */
    boolean choosesScope() {
        return false;
    }

    /** The first question, whose answer may decide how many follow. */
    final QuestionPage first(UUID subject, QuestionPage page) {
        OptionalInt length = wizard.lengthOfAnyChoice(subject);
        return length.isPresent() ? page.step(1, length.getAsInt()) : page.step(1);
    }

    /** Its second half. */
    final QuestionPage firstContinued(UUID subject, QuestionPage page) {
        OptionalInt length = wizard.lengthOfAnyChoice(subject);
        return length.isPresent()
                ? page.step(1, length.getAsInt(), UiTexts.text("client.choose.step", length.getAsInt()))
                : page.above(UiTexts.text("client.choose.stepOpen"));
    }

    /** Goes to the next question, or back to the summary if this one was opened from there. */
    final void goOn(UUID subject, DraftStep next) {
        DraftStep step = fromCheck ? DraftStep.CHECK : next;
        if (wizard.draft(subject).isPresent()) {
            keep(subject, draft -> draft.reaching(step));
        }
        UI.getCurrent().navigate(WizardSteps.route(step));
    }

    /** Where Back leads: to the question before, or to the summary if this one was opened from there. */
    final String before(String route) {
        return fromCheck ? CHECK : route;
    }

    /** Where Back leads within the same question. */
    final String beforeWithin(String route) {
        return fromCheck ? route + "?" + FROM + "=" + FROM_CHECK : route;
    }

    /** Goes to a page that belongs to the same question. */
    final void goWithin(String next) {
        if (fromCheck) {
            change(next);
        } else {
            UI.getCurrent().navigate(next);
        }
    }

    /** Opens a question from the summary. */
    static void change(String route) {
        UI.getCurrent().navigate(route, QueryParameters.simple(Map.of(FROM, FROM_CHECK)));
    }

    @Override
    public Optional<Exit> topBarExit() {
        return asking ? Optional.of(new Exit(UiTexts.text("client.delete.exit"), "")) : Optional.empty();
    }

    /** When it was asked, and how far it is. */
    static String askedAlready(SubjectRequest request) {
        return UiTexts.text(
                "client.sent.lead",
                TimeText.day(UiTexts.current(), request.receivedAt()),
                request.reference(),
                UiTexts.text("client.status." + StatusName.of(request)));
    }

    private QuestionPage alreadySent(UUID subject, SubjectRequest request) {
        return new QuestionPage(UiTexts.text("client.sent.title"))
                .lead(askedAlready(request))
                .content(
                        Notice.info(UiTexts.text("client.sent.what"), UiTexts.text("client.sent.text")),
                        new RouteLink("delete/done/" + request.reference(), UiTexts.text("client.sent.receipt")))
                .secondary(UiTexts.text("client.sent.another"), () -> {
                    if (wizard.draft(subject).isEmpty()) {
                        wizard.save(subject, Draft.fresh());
                    }
                    UI.getCurrent().navigate(SCOPE);
                })
                .primary(UiTexts.text("client.sent.track"), () -> UI.getCurrent()
                        .navigate("track/" + request.reference()));
    }
}
