package io.shouxin.request.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import io.shouxin.request.CallBack;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.Proof;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.StrongProofs;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One case as its client follows it: what they must do comes first, then the date, then the way so far and the way ahead. */
@Route("track/:reference")
@AnonymousAllowed
class TrackCasePage extends OwnPage {

    private static final int LOOKS = 20;
    private static final int LOOK_EVERY_MS = 1_000;
    private static final int NEVER = -1;

    private final RequestReader reader;
    private final RequestIntake intake;
    private final StrongProofs proofs;
    private final PromisedDate promised;
    private int shownEvents;
    private @Nullable RequestStatus shownStatus;
    private int looksLeft;
    private @Nullable Registration polling;
    private String reference = "";

    TrackCasePage(
            CurrentActor current,
            RequestReader reader,
            RequestIntake intake,
            StrongProofs proofs,
            PromisedDate promised) {
        super(current, "client.track.title");
        this.reader = reader;
        this.intake = intake;
        this.proofs = proofs;
        this.promised = promised;
    }

    @Override
    void signIn(BeforeEnterEvent event) {
        event.forwardTo(
                "track",
                QueryParameters.simple(Map.of(
                        "number", event.getRouteParameters().get("reference").orElse(""))));
    }

    @Override
    void enter(BeforeEnterEvent event, UUID owner) {
        reference = event.getRouteParameters().get("reference").orElse("").toUpperCase(Locale.ROOT);
        load();
    }

    private void load() {
        try {
            CaseView view = reader.byReference(reference);
            boolean proved = provedBySigningIn(view.request());
            show(proved ? reader.byReference(reference) : view, proved);
        } catch (NotFound e) {
            show(NoSuchCase.page());
        }
    }

    private void show(CaseView view, boolean proved) {
        shownEvents = view.events().size();
        shownStatus = view.request().status();
        show(page(view, proved));
    }

    /** The firm's side works on its own: what it makes of a change is shown as soon as it is there, for some seconds. */
    private void lookAgain() {
        UI ui = UI.getCurrent();
        looksLeft = LOOKS;
        if (polling == null) {
            polling = ui.addPollListener(poll -> look(ui));
        }
        ui.setPollInterval(LOOK_EVERY_MS);
    }

    private void look(UI ui) {
        CaseView now = reader.byReference(reference);
        if (now.events().size() != shownEvents || now.request().status() != shownStatus) {
            show(now, false);
        }
        looksLeft--;
        if (looksLeft == 0 || now.request().status() == RequestStatus.CLOSED) {
            stopLooking(ui);
        }
    }

    private void stopLooking(UI ui) {
        ui.setPollInterval(NEVER);
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopLooking(detached.getUI());
        super.onDetach(detached);
    }

    private boolean provedBySigningIn(SubjectRequest request) {
        try {
            return intake.confirmSignIn(request.id());
        } catch (StateRefused e) {
            return false; // it has just moved on by itself
        }
    }

    /**
     * @param proved whether the case waited for a code only, so that signing in was all it took
     */
    private QuestionPage page(CaseView view, boolean proved) {
        SubjectRequest request = view.request();
        boolean cancelled = request.status() != RequestStatus.CLOSED
                && view.events().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.CANCELLED);
        String title = cancelled
                ? UiTexts.text("client.cancel.done")
                : proved ? UiTexts.text("client.status.RECEIVED") : sentence(request);
        QuestionPage page = new QuestionPage(title)
                .above(UiTexts.text(
                        "client.track.above",
                        request.reference(),
                        UiTexts.current().label(request.type())));
        if (cancelled) {
            return page.content(CaseTimeline.of(view));
        }
        if (proved) {
            page.content(Notice.done(UiTexts.text("client.turn.byCode"), UiTexts.text("client.turn.byCodeText")));
        } else if (request.status() == RequestStatus.AWAITING_PROOF) {
            page.content(yourTurn(view));
        } else if (request.status() == RequestStatus.AWAITING_CALL) {
            page.content(ourTurn(request));
        }
        if (request.outcome() == RequestOutcome.NO_PROOF) {
            page.content(reopening(view));
        }
        if (!proved) {
            promised.box(request, view.clock()).ifPresent(page::content);
        }
        if (request.status() == RequestStatus.CLOSED) {
            page.content(new Notice(
                    Chip.Tone.OK,
                    UiTexts.text("client.track.papers"),
                    UiTexts.text("client.track.papersText"),
                    new DocumentLinks(request.reference(), view.documents())));
        }
        page.content(CaseTimeline.of(view));
        if (request.status() != RequestStatus.CLOSED) {
            page.content(new DocumentLinks(request.reference(), view.documents()));
        }
        if (request.canBeCancelled()) {
            page.secondary(UiTexts.text("client.cancel.button"), () -> askToCancel(request));
        }
        return page;
    }

    private static String sentence(SubjectRequest request) {
        RequestOutcome outcome = request.outcome();
        if (request.channel() == Channel.CLOCK) {
            return UiTexts.text(outcome == null ? "client.clock.open" : "client.clock." + outcome.name());
        }
        return outcome == null
                ? UiTexts.text("client.status." + request.status().name())
                : UiTexts.text("client.outcome." + outcome.name());
    }

    private Div yourTurn(CaseView view) {
        SubjectRequest request = view.request();
        String question = view.text(CaseText.Kind.QUESTION);
        if (request.proofDemanded() && !question.isEmpty()) {
            return answerForm(request, question);
        }
        boolean called = request.callBack() == CallBack.NOT_REACHED;
        return proofPart(
                request,
                "client.proof.skip",
                UiTexts.text(called ? "client.turn.called" : "client.turn.proof"),
                UiTexts.text(called ? "client.turn.calledText" : "client.turn.proofText"),
                method -> intake.confirmIdentity(request.id(), method),
                () -> intake.wantCall(request.id()));
    }

    /** The firm owes a call; whoever does not want to wait for it may still answer online. */
    private Div ourTurn(SubjectRequest request) {
        Div part = part(UiTexts.text("client.proof.call"), new Paragraph(UiTexts.text("client.proof.callText")));
        if (!lockedOut(request)) {
            form(request, method -> intake.confirmIdentity(request.id(), method))
                    .ifPresent(form -> part.add(
                            new Paragraph(UiTexts.text("client.turn.orAnswer")),
                            form,
                            Buttons.primary(UiTexts.text("client.proof.go"), form::check)));
        }
        return part;
    }

    private Div answerForm(SubjectRequest request, String question) {
        Paragraph asked = new Paragraph(question);
        asked.addClassName("quoted");
        TextArea answer = LongText.area(UiTexts.text("client.turn.answer"));
        Div problem = new Div();
        return part(
                UiTexts.text("client.turn.question"),
                new Paragraph(UiTexts.text("client.turn.questionText")),
                asked,
                problem,
                answer,
                Buttons.primary(UiTexts.text("client.turn.send"), () -> {
                    problem.removeAll();
                    if (LongText.isTooLong(answer.getValue())) {
                        problem.add(new ErrorBox(
                                UiTexts.text("client.note.cut"),
                                UiTexts.text("client.note.tooLong", LongText.LONGEST)));
                        return;
                    }
                    try {
                        change(() -> intake.answerQuestion(request.id(), answer.getValue()));
                    } catch (InvalidInput e) {
                        problem.add(ErrorBox.of(e));
                    }
                }));
    }

    private Div reopening(CaseView view) {
        SubjectRequest request = view.request();
        Optional<ProofMethod> given = given(request);
        if (given.isPresent()) {
            return part(
                    UiTexts.text("client.reopen.title"),
                    new Paragraph(UiTexts.text("client.reopen.text")),
                    Buttons.primary(
                            UiTexts.text("client.reopen.button"),
                            () -> change(() -> intake.reopen(request.id(), given.get()))));
        }
        return proofPart(
                request,
                "client.reopen.call",
                UiTexts.text("client.reopen.title"),
                UiTexts.text("client.reopen.proofText"),
                method -> intake.reopen(request.id(), method),
                () -> intake.reopen(request.id(), null));
    }

    /** What the client has proved already, if it is all that this case needs: they have signed in with a code. */
    private Optional<ProofMethod> given(SubjectRequest request) {
        if (request.proof() == Proof.STRONG) {
            return Optional.ofNullable(request.proofMethod());
        }
        UUID subject = request.subjectId();
        return subject == null || intake.proofNeeded(subject, request.categories()) == Proof.CODE
                ? Optional.of(ProofMethod.ONE_TIME_CODE)
                : Optional.empty();
    }

    /** Either way out of the wait: an answer online, where something is on file to ask for, or a call back. */
    private Div proofPart(
            SubjectRequest request,
            String callKey,
            String title,
            String text,
            Consumer<ProofMethod> proved,
            Runnable callMe) {
        Div part = part(title, new Paragraph(text));
        if (lockedOut(request)) {
            part.add(ProofForm.tooMany(), Buttons.primary(UiTexts.text(callKey), () -> change(callMe)));
            return part;
        }
        form(request, proved)
                .ifPresent(form -> part.add(form, Buttons.primary(UiTexts.text("client.proof.go"), form::check)));
        part.add(
                new Paragraph(UiTexts.text("client.proof.orCall")),
                Buttons.quiet(UiTexts.text(callKey), () -> change(callMe)));
        return part;
    }

    private Optional<ProofForm> form(SubjectRequest request, Consumer<ProofMethod> proved) {
        UUID subject = request.subjectId();
        List<ProofMethod> questions = subject == null ? List.of() : proofs.questions(subject);
        return subject == null || questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProofForm(
                        proofs, subject, questions, method -> change(() -> proved.accept(method)), this::load));
    }

    private boolean lockedOut(SubjectRequest request) {
        UUID subject = request.subjectId();
        return subject != null && proofs.triesLeft(subject) == 0;
    }

    private static Div part(String title, Component... content) {
        Div part = new Div(new H2(title));
        part.addClassName("your-turn");
        part.add(content);
        return part;
    }

    private void askToCancel(SubjectRequest request) {
        ConfirmDialog dialog = ComponentTexts.confirm(
                UiTexts.text("client.cancel.question"),
                UiTexts.text("client.cancel.text"),
                UiTexts.text("client.cancel.yes"),
                () -> change(() -> intake.cancel(request.id())));
        dialog.setCancelText(UiTexts.text("client.cancel.no"));
        dialog.open();
    }

    /** Does it and shows the case as it is then; a case that has moved on meanwhile is shown as it is, with a word. */
    private void change(Runnable act) {
        try {
            act.run();
            load();
            lookAgain();
        } catch (StateRefused e) {
            load();
            addComponentAsFirst(Notice.warning(UiTexts.text("client.moved.title"), UiTexts.text("client.moved.text")));
        }
    }
}
