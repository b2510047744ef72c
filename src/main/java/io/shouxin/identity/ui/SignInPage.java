package io.shouxin.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.identity.ClientSignIn;
import io.shouxin.identity.OneTimeCodes;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.PhoneField;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks for the telephone number on file. What comes next looks the same whether or not the number is known. */
@Route("signin")
@AnonymousAllowed
class SignInPage extends Div implements BeforeEnterObserver, TitledView {

    /** Where a sign-in may lead: our own pages for clients, nothing else. */
    private static final Pattern OWN_ROUTES = Pattern.compile(
            "mine(/requests)?|delete(/(choose|note|preview|proof|check))?|(track|(delete|others)/done)/[A-Za-z0-9-]{1,40}");

    private static final String DEFAULT = "mine";

    private final ClientSignIn signIn;
    private final BrowserSession session;
    private final NoCodes noCodes;
    private final CurrentActor current;
    private final Clock clock;

    SignInPage(ClientSignIn signIn, BrowserSession session, NoCodes noCodes, CurrentActor current, Clock clock) {
        this.signIn = signIn;
        this.session = session;
        this.noCodes = noCodes;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String next = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("next")
                .filter(route -> OWN_ROUTES.matcher(route).matches())
                .orElse(DEFAULT);
        removeAll();
        if (signIn.canAsk()) {
            build(next);
        } else {
            add(new QuestionPage(UiTexts.text("client.signin.page"))
                    .back(back(next))
                    .content(noCodes.notice())
                    .primary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate("")));
        }
    }

    private static String back(String next) {
        return next.equals("delete") ? "guide/deletion" : "";
    }

    private void build(String next) {
        PhoneField phone = phoneField();
        PendingSignIn.open(clock.instant())
                .filter(pending -> pending.reference() == null && pending.requester() == null)
                .ifPresent(pending -> phone.setValue(pending.phone()));
        Div problem = new Div();
        Runnable ask = () -> {
            problem.removeAll();
            Optional<String> number = Phones.read(phone.getValue());
            if (number.isEmpty()) {
                phone.refuse();
                phone.focus();
                return;
            }
            OneTimeCodes.Asked asked = signIn.ask(
                    number.get(),
                    session.secret(),
                    BrowserSession.address(),
                    UiTexts.current().isChinese() ? "zh" : "en");
            if (asked == OneTimeCodes.Asked.TOO_MANY) {
                problem.add(tooMany());
                return;
            }
            if (asked == OneTimeCodes.Asked.NO_CHANNEL) {
                problem.add(noCodes.notice());
                return;
            }
            PendingSignIn.asked(number.get(), null, next, clock.instant()).keep();
            UI.getCurrent().navigate("signin/code");
        };
        phone.addKeyPressListener(Key.ENTER, enter -> ask.run());
        QuestionPage page = new QuestionPage(UiTexts.text("client.signin.title"))
                .back(back(next))
                .lead(UiTexts.text("client.signin.lead"));
        if (current.mustProveAgain()) {
            page.content(proveAgain());
        }
        add(page.content(
                        problem,
                        phone,
                        Notice.info(UiTexts.text("client.signin.why"), UiTexts.text("client.signin.whyText")))
                .primary(UiTexts.text("client.signin.send"), ask));
    }

    /** Why somebody who had signed in is asked once more. */
    static Notice proveAgain() {
        return Notice.info(UiTexts.text("client.signin.again"), UiTexts.text("client.signin.againText"));
    }

    static PhoneField phoneField() {
        return new PhoneField(UiTexts.text("client.signin.phone"), UiTexts.text("client.signin.phoneHelp"));
    }

    static ErrorBox tooMany() {
        return new ErrorBox(UiTexts.text("client.signin.tooMany"), UiTexts.text("client.signin.tooManyText"));
    }

    @Override
    public String title() {
        return UiTexts.text("client.signin.page");
    }
}
