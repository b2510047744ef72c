package io.shouxin.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.identity.OneTimeCodes;
import io.shouxin.identity.OneTimeCodes.Answer;
import io.shouxin.request.RequesterSession;
import io.shouxin.request.UnclearIntake;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Masking;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.CodeField;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Takes the code that was sent; then, where several people share the number, the name, and where they share that, one thing more. */
@Route("signin/code")
@AnonymousAllowed
class SignInCodePage extends Div implements BeforeEnterObserver, TitledView {

    private static final Duration BETWEEN_CODES = Duration.ofSeconds(60);
    private static final int NAMES = 5;

    /** Counts down on the button itself; the server counts, too. */
    private static final String COUNT_DOWN = """
            const button = this; let left = $0;
            clearInterval(button.countDown);
            const tick = () => {
              if (left > 0) { button.textContent = $1.replace('#', left); left--; }
              else { button.textContent = $2; clearInterval(button.countDown); }
            };
            button.countDown = setInterval(tick, 1000); tick();
            """;

    private final ClientSignIn signIn;
    private final OneTimeCodes codes;
    private final BrowserSession session;
    private final NoCodes noCodes;
    private final UnclearIntake unclear;
    private final CurrentActor current;
    private final Clock clock;
    private final boolean demo;
    private final Div problem = new Div();
    /** A second tap on the way to the next page does nothing. */
    private boolean recognised;

    SignInCodePage(
            ClientSignIn signIn,
            OneTimeCodes codes,
            BrowserSession session,
            NoCodes noCodes,
            UnclearIntake unclear,
            CurrentActor current,
            Clock clock,
            Environment environment) {
        this.signIn = signIn;
        this.codes = codes;
        this.session = session;
        this.noCodes = noCodes;
        this.unclear = unclear;
        this.current = current;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<PendingSignIn> pending = PendingSignIn.current();
        if (pending.isEmpty()) {
            event.forwardTo("signin");
            return;
        }
        if (pending.get().candidates().isEmpty()) {
            show(askCode(pending.get()));
        } else {
            show(askName());
        }
    }

    private void show(Component page) {
        removeAll();
        problem.removeAll();
        add(page);
    }

    private QuestionPage askCode(PendingSignIn pending) {
        CodeField code = new CodeField(UiTexts.text("client.code.label"));
        code.setWidthFull();
        code.setAutofocus(true);
        Runnable go = () -> {
            if (code.isComplete()) {
                check(code.getValue(), code);
            } else {
                code.setErrorMessage(UiTexts.text("client.code.incomplete"));
                code.setInvalid(true);
            }
        };
        code.addKeyPressListener(Key.ENTER, enter -> go.run());
        Button again = Buttons.link(UiTexts.text("client.code.again"), () -> {});
        again.addClickListener(click -> sendAgain(again));
        again.addAttachListener(attached -> countDown(again, waiting(pending)));
        String phone = Masking.phone(pending.phone());
        QuestionPage page = new QuestionPage(UiTexts.text("client.code.title"))
                .back(back(pending))
                .lead(lead(pending, phone))
                .content(problem, code, again);
        if (demo) {
            Anchor mailbox = new Anchor("/demo/mailbox", UiTexts.text("client.code.mailbox"));
            mailbox.setRouterIgnore(true);
            mailbox.setTarget("_blank");
            page.content(new Notice(
                    Chip.Tone.PLAIN, UiTexts.text("client.code.demo"), UiTexts.text("client.code.demoText"), mailbox));
        }
        return page.content(nothingReceived(pending)).primary(UiTexts.text("client.code.go"), go);
    }

    private static String back(PendingSignIn pending) {
        if (pending.requester() != null) {
            return "others/you";
        }
        return pending.reference() == null ? "signin?next=" + pending.next() : "track";
    }

    private static String lead(PendingSignIn pending, String phone) {
        long minutes = OneTimeCodes.LIFE.toMinutes();
        String reference = pending.reference();
        if (pending.requester() != null) {
            return UiTexts.text("client.code.leadRequester", phone, minutes);
        }
        return reference == null
                ? UiTexts.text("client.code.lead", phone, minutes)
                : UiTexts.text("client.code.leadCase", phone, minutes, reference);
    }

    /** Whose data are all deleted has no number on file, and is led to where the case's own telephone is known. */
    private static Notice nothingReceived(PendingSignIn pending) {
        String title = UiTexts.text("client.code.none");
        if (pending.requester() != null) {
            return Notice.info(title, UiTexts.text("client.code.noneTextRequester"));
        }
        return pending.reference() == null
                ? new Notice(
                        Chip.Tone.PLAIN,
                        title,
                        UiTexts.text("client.code.noneText"),
                        new Paragraph(UiTexts.text("client.code.gone")),
                        new RouteLink("track", UiTexts.text("client.card.track.title")))
                : Notice.info(title, UiTexts.text("client.code.noneTextCase"));
    }

    private void check(String digits, CodeField code) {
        if (recognised) {
            return;
        }
        Optional<PendingSignIn> pending = PendingSignIn.current();
        problem.removeAll();
        if (pending.isEmpty()) {
            outOfDate();
            return;
        }
        Answer answer = codes.check(pending.get().phone(), session.secret(), digits);
        switch (answer.tried()) {
            case RIGHT -> recognise(pending.get());
            case WRONG -> {
                code.refuse(UiTexts.text("client.code.wrong"));
                problem.add(new ErrorBox(
                        UiTexts.text("client.code.wrong"), UiTexts.text("client.code.wrongText", answer.triesLeft())));
            }
            case EXPIRED -> {
                code.refuse(UiTexts.text("client.code.expired"));
                problem.add(new ErrorBox(UiTexts.text("client.code.expired"), UiTexts.text("client.code.expiredText")));
            }
            case TOO_MANY -> {
                code.refuse(UiTexts.text("client.code.tooMany"));
                problem.add(new ErrorBox(UiTexts.text("client.code.tooMany"), UiTexts.text("client.code.tooManyText")));
            }
        }
    }

    /** Another tab has signed in with this code, or the session has ended: either way there is no code to wait for any more. */
    private void outOfDate() {
        if (current.get().kind() == Actor.Kind.CLIENT) {
            UI.getCurrent().navigate("mine");
            return;
        }
        problem.add(
                new ErrorBox(UiTexts.text("client.code.expired"), UiTexts.text("client.code.expiredText")),
                new RouteLink("signin", UiTexts.text("client.code.anew")));
    }

    /**
     * Whoever has the right code holds the telephone. Without a case of that number they are signed in as the client they are, and
     * the page of the case says that there is none: in the same words for another person's number and for one that does not exist.
     * Whoever asks for another person is signed in as nobody: that the telephone is theirs is all that is proved.
     */
    private void recognise(PendingSignIn pending) {
        String requester = pending.requester();
        if (requester != null) {
            recognised = true;
            session.renew();
            new Requesting(new RequesterSession.Requester(requester, pending.phone())).keep();
            PendingSignIn.forget();
            UI.getCurrent().navigate(pending.next());
            return;
        }
        Optional<UUID> owner = Optional.ofNullable(pending.reference())
                .flatMap(reference -> signIn.ownerOfCase(reference, pending.phone()));
        if (owner.isPresent()) {
            Tracked.forget();
            begin(owner.get(), pending);
            return;
        }
        List<UUID> people = signIn.clientsOf(pending.phone());
        if (people.isEmpty()) {
            show(nobody());
        } else if (people.size() == 1) {
            begin(people.get(0), pending);
        } else {
            pending.among(people).keep();
            show(askName());
        }
    }

    private void begin(UUID owner, PendingSignIn pending) {
        if (!session.begin(owner, pending.phone(), pending.reference())) {
            outOfDate();
            return;
        }
        recognised = true;
        UI.getCurrent().navigate(pending.next());
    }

    private void sendAgain(Button again) {
        Optional<PendingSignIn> found = PendingSignIn.current();
        problem.removeAll();
        if (found.isEmpty()) {
            outOfDate();
            return;
        }
        PendingSignIn pending = found.get();
        long waiting = waiting(pending);
        if (waiting > 0) {
            problem.add(Notice.info(UiTexts.text("client.code.wait"), UiTexts.text("client.code.waitText", waiting)));
            return;
        }
        String language = UiTexts.current().isChinese() ? "zh" : "en";
        String reference = pending.reference();
        String address = BrowserSession.address();
        OneTimeCodes.Asked asked = pending.requester() != null
                ? codes.askAnybody(pending.phone(), session.secret(), address, language)
                : reference == null
                        ? signIn.ask(pending.phone(), session.secret(), address, language)
                        : signIn.askForCase(reference, pending.phone(), session.secret(), address, language);
        if (asked == OneTimeCodes.Asked.TOO_MANY) {
            problem.add(SignInPage.tooMany());
            return;
        }
        if (asked == OneTimeCodes.Asked.NO_CHANNEL) {
            problem.add(noCodes.notice());
            return;
        }
        pending.askedAgain(clock.instant()).keep();
        problem.add(Notice.done(UiTexts.text("client.code.sent"), UiTexts.text("client.code.sentText")));
        countDown(again, BETWEEN_CODES.toSeconds());
    }

    private long waiting(PendingSignIn pending) {
        Duration since = Duration.between(pending.askedAt(), clock.instant());
        return Math.max(0, BETWEEN_CODES.minus(since).toSeconds());
    }

    private static void countDown(Button again, long seconds) {
        again.getElement()
                .executeJs(
                        COUNT_DOWN,
                        (double) seconds,
                        UiTexts.text("client.code.againIn"),
                        UiTexts.text("client.code.again"));
    }

    private QuestionPage askName() {
        TextField name = new TextField(UiTexts.text("client.name.label"));
        name.setWidthFull();
        name.getElement().setProperty("autocomplete", "name");
        name.addValueChangeListener(change -> name.setInvalid(false));
        return new QuestionPage(UiTexts.text("client.name.title"))
                .back("signin")
                .lead(UiTexts.text("client.name.lead"))
                .content(problem, name)
                .primary(UiTexts.text("client.continue"), () -> tryName(name));
    }

    private void tryName(TextField name) {
        if (recognised) {
            return;
        }
        problem.removeAll();
        Optional<PendingSignIn> pending = PendingSignIn.current();
        if (pending.isEmpty() || pending.get().wrongNames() >= NAMES) {
            PendingSignIn.forget();
            UI.getCurrent().navigate("signin");
            return;
        }
        List<UUID> named = signIn.named(pending.get().candidates(), name.getValue());
        if (named.size() == 1) {
            begin(named.get(0), pending.get());
        } else if (named.isEmpty()) {
            pending.get().wrongName().keep();
            name.setErrorMessage(UiTexts.text("client.name.wrong"));
            name.setInvalid(true);
            name.focus();
            problem.add(new ErrorBox(UiTexts.text("client.name.wrong"), UiTexts.text("client.name.wrongText")));
        } else {
            show(new SameNames(
                    signIn,
                    unclear,
                    pending.get(),
                    named,
                    name.getValue().strip(),
                    owner -> begin(owner, pending.get())));
        }
    }

    private static QuestionPage nobody() {
        return new QuestionPage(UiTexts.text("client.nothing.title"))
                .back("signin")
                .lead(UiTexts.text("client.nothing.number"))
                .content(Notice.info(UiTexts.text("client.nothing.what"), UiTexts.text("client.nothing.text")))
                .primary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate(""));
    }

    @Override
    public String title() {
        return UiTexts.text("client.code.title");
    }
}
