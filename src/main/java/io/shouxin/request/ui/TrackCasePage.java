package io.shouxin.request.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import io.shouxin.request.Authorities;
import io.shouxin.request.AuthorityView;
import io.shouxin.request.CaseEvent;
import io.shouxin.request.CaseReference;
import io.shouxin.request.CaseText;
import io.shouxin.request.CaseView;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofFiles;
import io.shouxin.request.RequestIntake;
import io.shouxin.request.RequestOutcome;
import io.shouxin.request.RequestReader;
import io.shouxin.request.RequestStatus;
import io.shouxin.request.StrongProofs;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final ClientTurn turn;
    private final Authorities authorities;
    private final ProofFiles files;
    private final PromisedDate promised;
    private int shownEvents;
    private @Nullable RequestStatus shownStatus;
    private int looksLeft;
    private @Nullable Registration polling;
    private String reference = "";
    private @Nullable UUID client;

    TrackCasePage(
            CurrentActor current,
            RequestReader reader,
            RequestIntake intake,
            StrongProofs proofs,
            Authorities authorities,
            ProofFiles files,
            PromisedDate promised) {
        super(current, "client.track.title");
        this.reader = reader;
        this.intake = intake;
        this.turn = new ClientTurn(intake, proofs, this::change, this::load);
        this.authorities = authorities;
        this.files = files;
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
        client = owner;
        reference = event.getRouteParameters().get("reference").orElse("").toUpperCase(Locale.ROOT);
        load();
    }

    private void load() {
        if (!CaseReference.isPrinted(reference)) {
            show(NoSuchCase.page(reference));
            return;
        }
        try {
            CaseView view = reader.byReference(reference);
            boolean proved = provedBySigningIn(view.request());
            show(proved ? reader.byReference(reference) : view, proved);
        } catch (NotFound e) {
            show(NoSuchCase.page(reference));
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
        if (client != null && request.isAskedInNameOf(client)) {
            return pageOfPerson(view, cancelled);
        }
        Optional<AuthorityView> authority = authority(request);
        boolean papersOpen = isOpen(authority);
        String title = cancelled
                ? UiTexts.text(papersOpen ? "client.others.outcome.NOT_CONTINUED" : "client.cancel.done")
                : proved
                        ? UiTexts.text("client.status.RECEIVED")
                        : view.isProofAtHand()
                                ? UiTexts.text("client.status.PROOF_SENT")
                                : papersOpen ? papersSentence(view) : sentence(view);
        QuestionPage page = new QuestionPage(title)
                .back("mine/requests")
                .above(UiTexts.text(
                        "client.track.above",
                        request.reference(),
                        UiTexts.current().label(request.type())));
        if (cancelled) {
            page.content(CaseTimeline.of(view, reader(papersOpen)));
        } else {
            body(page, view, proved, authority);
        }
        if (authority.isEmpty()) {
            page.content(new RouteLink("mine", UiTexts.text("client.track.mine")));
        }
        return page.content(new RouteLink("", UiTexts.text("client.home")));
    }

    /** Of a request for another person, for whoever made it; empty where somebody asks for themselves. */
    private Optional<AuthorityView> authority(SubjectRequest request) {
        return request.capacity().isForAnother() ? authorities.of(request.id()) : Optional.empty();
    }

    private static CaseTimeline.Reader reader(boolean papersOpen) {
        return papersOpen ? CaseTimeline.Reader.REQUESTER : CaseTimeline.Reader.CLIENT;
    }

    private static boolean isOpen(Optional<AuthorityView> authority) {
        return authority.filter(view -> !view.authority().isConfirmed()).isPresent();
    }

    /** How far a request for another person is before it is clear that its requester may ask; nothing else is told before. */
    private static String papersSentence(CaseView view) {
        return switch (view.request().status()) {
            case RECEIVED -> UiTexts.text("client.others.status.RECEIVED");
            case AWAITING_PROOF -> UiTexts.text("client.others.status.AWAITING_PROOF");
            default -> sentence(view);
        };
    }

    /**
     * The case as the person sees it in whose name an agent asks: that somebody does, who that is, until when, and how to stop it. What
     * the agent owes and wrote is not theirs to see.
     */
    private QuestionPage pageOfPerson(CaseView view, boolean cancelled) {
        SubjectRequest request = view.request();
        boolean closed = request.status() == RequestStatus.CLOSED;
        String title = cancelled
                ? UiTexts.text("client.others.person.stopping")
                : closed ? UiTexts.text("client.others.person.closed") : UiTexts.text("client.others.person.asked");
        QuestionPage page = new QuestionPage(title)
                .back("mine/requests")
                .above(UiTexts.text(
                        "client.track.above",
                        request.reference(),
                        UiTexts.current().label(request.type())));
        String agent = view.text(CaseText.Kind.CONTACT_NAME);
        if (!closed && !cancelled) {
            page.content(Notice.warning(
                    UiTexts.text("client.others.person.who", agent),
                    UiTexts.text("client.others.person.whoText", Answers.scope(request.categories()))));
            if (request.proofDueOn() == null) {
                promised.box(request, view.clock()).ifPresent(page::content);
            }
        }
        page.content(CaseTimeline.of(view, CaseTimeline.Reader.PERSON));
        if (!view.documents().isEmpty()) {
            page.content(new DocumentLinks(request.reference(), view.documents()));
        }
        if (!cancelled && request.canBeCancelled()) {
            page.secondary(UiTexts.text("client.others.person.stop"), () -> askToStop(request));
        }
        return page.content(
                new RouteLink("mine", UiTexts.text("client.track.mine")),
                new RouteLink("", UiTexts.text("client.home")));
    }

    private void askToStop(SubjectRequest request) {
        ConfirmDialog dialog = ComponentTexts.confirm(
                UiTexts.text("client.others.person.stopQuestion"),
                UiTexts.text("client.others.person.stopText"),
                UiTexts.text("client.others.person.stopYes"),
                () -> change(() -> intake.cancel(request.id())));
        dialog.setCancelText(UiTexts.text("client.others.person.stopNo"));
        dialog.open();
    }

    private void body(QuestionPage page, CaseView view, boolean proved, Optional<AuthorityView> authority) {
        SubjectRequest request = view.request();
        boolean papersOpen = isOpen(authority);
        if (proved) {
            page.content(Notice.done(UiTexts.text("client.turn.byCode"), UiTexts.text("client.turn.byCodeText")));
        } else if (view.isProofAtHand()) {
            page.content(Notice.info(UiTexts.text("client.upload.sent"), UiTexts.text("client.upload.sentText")));
        } else if (authority.isPresent() && papersOpen) {
            if (files.welcome(request.id())) {
                page.content(RequesterTurn.papers(view, authority.get()));
            }
        } else if (request.status() == RequestStatus.AWAITING_PROOF) {
            page.content(turn.ofClient(view));
        } else if (request.status() == RequestStatus.AWAITING_CALL) {
            page.content(turn.ofFirm(request));
        }
        Instant fileEnded = request.fileEndedAt();
        if (fileEnded == null && request.outcome() == RequestOutcome.NO_PROOF) {
            page.content(turn.reopening(view));
        }
        if (!proved) {
            promised.box(request, view.clock()).ifPresent(page::content);
        }
        if (fileEnded != null) {
            page.content(Notice.info(
                    UiTexts.text("client.track.ended"),
                    UiTexts.text("client.track.endedText", TimeText.day(UiTexts.current(), fileEnded))));
        } else if (request.status() == RequestStatus.CLOSED) {
            page.content(new Notice(
                    Chip.Tone.OK,
                    UiTexts.text("client.track.papers"),
                    UiTexts.text("client.track.papersText"),
                    new DocumentLinks(request.reference(), view.documents())));
        }
        page.content(CaseTimeline.of(view, reader(papersOpen)));
        if (request.status() != RequestStatus.CLOSED) {
            page.content(new DocumentLinks(request.reference(), view.documents()));
        }
        if (request.canBeCancelled()) {
            page.secondary(
                    UiTexts.text(authority.isPresent() ? "client.others.cancel.button" : "client.cancel.button"),
                    () -> askToCancel(request));
        }
    }

    private static String sentence(CaseView view) {
        SubjectRequest request = view.request();
        RequestOutcome outcome = request.outcome();
        if (outcome != null && request.capacity().isForAnother()) {
            return outcomeForAnother(view, outcome);
        }
        if (request.channel() == Channel.CLOCK) {
            return UiTexts.text(outcome == null ? "client.clock.open" : "client.clock." + outcome.name());
        }
        return outcome == null
                ? UiTexts.text("client.status." + StatusName.of(request))
                : UiTexts.text("client.outcome." + outcome.name());
    }

    /** As for oneself, but for what speaks of "you" where the other person is meant. */
    private static String outcomeForAnother(CaseView view, RequestOutcome outcome) {
        return switch (outcome) {
            case CANCELLED -> UiTexts.text(cancelledWords(view));
            case NOTHING_HELD -> UiTexts.text("client.others.outcome.NOTHING_HELD");
            case NO_PROOF -> UiTexts.text("client.others.outcome.NO_PROOF");
            default -> UiTexts.text("client.outcome." + outcome.name());
        };
    }

    /** Who stopped it would say, before the authority stands, that the person is known. */
    private static String cancelledWords(CaseView view) {
        if (view.events().stream().noneMatch(CaseEvent::isStoppedByPerson)) {
            return "client.outcome.CANCELLED";
        }
        return view.events().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.AUTHORITY_CONFIRMED)
                ? "client.others.outcome.STOPPED"
                : "client.others.outcome.NOT_CONTINUED";
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
