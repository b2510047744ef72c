package io.shouxin.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.identity.OneTimeCodes;
import io.shouxin.identity.RateLimits;
import io.shouxin.request.CaseReference;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.PhoneField;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Follows a case by its number and its telephone, without an account and also after the person's data is gone. */
@Route("track")
@AnonymousAllowed
class TrackPage extends Div implements BeforeEnterObserver, TitledView {

    private static final String OWN_REQUESTS = "mine/requests";

    private final CurrentActor current;
    private final ClientSignIn signIn;
    private final BrowserSession session;
    private final RateLimits limits;
    private final NoCodes noCodes;
    private final Clock clock;

    TrackPage(
            CurrentActor current,
            ClientSignIn signIn,
            BrowserSession session,
            RateLimits limits,
            NoCodes noCodes,
            Clock clock) {
        this.current = current;
        this.signIn = signIn;
        this.session = session;
        this.limits = limits;
        this.noCodes = noCodes;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        build(
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("number")
                        .flatMap(CaseReference::read)
                        .or(() -> Tracked.current().map(Tracked::reference))
                        .orElse(""),
                knownPhone().orElse(""));
    }

    /** Of whoever waits for a code to it, or has signed in: nobody else who comes to this browser is shown a telephone. */
    private Optional<String> knownPhone() {
        Actor actor = current.get();
        UUID client = actor.id();
        if (actor.kind() == Actor.Kind.CLIENT && client != null) {
            return signIn.phoneOf(client);
        }
        return PendingSignIn.open(clock.instant())
                .filter(pending -> pending.reference() != null)
                .map(PendingSignIn::phone);
    }

    /** @param knownPhone whoever mistyped the number need not type the telephone again */
    private void build(String known, String knownPhone) {
        TextField number = new TextField(UiTexts.text("client.track.number"));
        number.setWidthFull();
        number.setHelperText(UiTexts.text("client.track.numberHelp"));
        number.setValue(known);
        number.addValueChangeListener(change -> number.setInvalid(false));
        PhoneField phone = SignInPage.phoneField();
        phone.setLabel(UiTexts.text("client.track.phone"));
        phone.setValue(knownPhone);
        Div problem = new Div();
        Runnable ask = () -> {
            problem.removeAll();
            Optional<String> reference = CaseReference.read(number.getValue());
            Optional<String> read = Phones.read(phone.getValue());
            if (reference.isEmpty()) {
                number.setErrorMessage(UiTexts.text("client.track.numberUnreadable"));
                number.setInvalid(true);
            }
            if (read.isEmpty()) {
                phone.refuse();
            }
            if (reference.isPresent() && read.isPresent()) {
                ask(reference.get(), read.get(), problem);
            } else {
                (reference.isEmpty() ? number : phone).focus();
            }
        };
        number.addKeyPressListener(Key.ENTER, enter -> ask.run());
        phone.addKeyPressListener(Key.ENTER, enter -> ask.run());
        QuestionPage page =
                new QuestionPage(UiTexts.text("client.track.title")).back("").lead(UiTexts.text("client.track.lead"));
        boolean signedIn = current.get().kind() == Actor.Kind.CLIENT;
        if (signedIn) {
            page.content(new ActionCard(
                            UiTexts.text("client.card.track.tile"),
                            UiTexts.text("client.mine.requests"),
                            UiTexts.text("client.card.track.own"),
                            OWN_REQUESTS)
                    .prominent());
        }
        if (!signIn.canAsk()) {
            add(page.content(noCodes.notice()));
            return;
        }
        if (current.mustProveAgain()) {
            page.content(SignInPage.proveAgain());
        }
        page.content(problem, number, phone);
        if (!signedIn) {
            page.content(new RouteLink("signin?next=" + OWN_REQUESTS, UiTexts.text("client.track.noNumber")));
        }
        add(page.primary(UiTexts.text("client.signin.send"), ask));
    }

    private void ask(String reference, String phone, Div problem) {
        String address = BrowserSession.address();
        OneTimeCodes.Asked asked = limits.allow(RateLimits.Rule.TRACK_FROM_ADDRESS, address)
                ? signIn.askForCase(
                        reference,
                        phone,
                        session.secret(),
                        address,
                        UiTexts.current().isChinese() ? "zh" : "en")
                : OneTimeCodes.Asked.TOO_MANY;
        if (asked == OneTimeCodes.Asked.TOO_MANY) {
            problem.add(tooMany());
            return;
        }
        if (asked == OneTimeCodes.Asked.NO_CHANNEL) {
            problem.add(noCodes.notice());
            return;
        }
        new Tracked(reference).keep();
        PendingSignIn.asked(phone, reference, "track/" + reference, clock.instant())
                .keep();
        UI.getCurrent().navigate("signin/code");
    }

    private static ErrorBox tooMany() {
        return SignInPage.tooMany();
    }

    @Override
    public String title() {
        return UiTexts.text("client.track.title");
    }
}
