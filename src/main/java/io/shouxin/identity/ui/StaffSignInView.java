package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.BrandMark;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;

/** Name and password of the built-in accounts; the form goes to Spring Security's own filter. */
@Route(value = "staff/login", autoLayout = false)
@AnonymousAllowed
class StaffSignInView extends Main implements BeforeEnterObserver, TitledView {

    private static final String ACTION = "staff/login";
    private static final String DEMO_PASSWORD = "demo";

    /** What the form has no function for; it builds its fields when it is attached. */
    private static final String FIELDS = """
            const fill = () => {
              const name = this.querySelector('[name=username]');
              const password = this.querySelector('[name=password]');
              if (!name || !password) return false;
              password.i18n = { reveal: $0 };
              if ($1) {
                if (!name.value) name.value = $1;
                password.focus();
              }
              return true;
            };
            if (!fill()) requestAnimationFrame(fill);
            """;

    private final StaffAccounts accounts;
    private final CurrentActor current;
    private final boolean demo;
    private final LoginForm form = new LoginForm();
    private final Div notices = new Div();

    StaffSignInView(StaffAccounts accounts, CurrentActor current, Environment environment) {
        this.accounts = accounts;
        this.current = current;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        addClassName("sign-in-page");
        LoginI18n texts = ComponentTexts.login();
        texts.getForm().setTitle("");
        form.setI18n(texts);
        form.setAction(ACTION);
        form.setForgotPasswordButtonVisible(false);
        Div card = new Div(
                new BrandMark(),
                new H1(UiTexts.text("staff.signIn.title")),
                new Paragraph(UiTexts.text("staff.signIn.lead")),
                notices,
                form,
                new RouteLink("", UiTexts.text("staff.signIn.client")));
        card.addClassName("sign-in-card");
        add(card);
        if (demo) {
            add(demoAccounts());
        }
    }

    @Override
    public String title() {
        return UiTexts.text("staff.signIn.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.get().kind() == Actor.Kind.STAFF) {
            event.forwardTo("staff");
            return;
        }
        var asked = event.getLocation().getQueryParameters().getParameters();
        boolean locked = asked.containsKey("error") && isRefusedBy(LockedException.class);
        boolean expired = asked.containsKey("error") && isRefusedBy(CredentialsExpiredException.class);
        form.setError(asked.containsKey("error") && !locked && !expired);
        fields(asked.containsKey("error") ? triedName() : "");
        notices.removeAll();
        if (locked) {
            notices.add(Notice.warning(UiTexts.text("staff.signIn.locked"), UiTexts.text("staff.signIn.locked.what")));
        }
        if (expired) {
            notices.add(Notice.warning(
                    UiTexts.text("identity.signIn.expired"), UiTexts.text("identity.signIn.expired.what")));
        }
        if (asked.containsKey("ended")) {
            notices.add(Notice.info(UiTexts.text("identity.signIn.ended"), UiTexts.text("identity.signIn.ended.what")));
        }
        if (asked.containsKey("out")) {
            notices.add(Notice.done(UiTexts.text("staff.signIn.out"), UiTexts.text("staff.signIn.out.what")));
        }
    }

    /** @param name what was typed before a refusal, to be typed no second time */
    private void fields(String name) {
        form.getElement().setProperty("noAutofocus", !name.isEmpty());
        form.getElement().executeJs(FIELDS, UiTexts.text("staff.signIn.reveal"), name);
    }

    private static String triedName() {
        return lastRefusal()
                .map(AuthenticationException::getAuthenticationRequest)
                .map(Authentication::getName)
                .orElse("");
    }

    private static boolean isRefusedBy(Class<? extends AuthenticationException> reason) {
        return lastRefusal().filter(reason::isInstance).isPresent();
    }

    /** The security filter leaves it in the session, with the name that was tried. */
    private static Optional<AuthenticationException> lastRefusal() {
        return Optional.ofNullable(
                        VaadinSession.getCurrent().getSession().getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION))
                .filter(AuthenticationException.class::isInstance)
                .map(AuthenticationException.class::cast);
    }

    private Div demoAccounts() {
        Texts texts = UiTexts.current();
        Div box = new Div(new H2(texts.get("staff.signIn.demo")), new Paragraph(texts.get("staff.signIn.demo.what")));
        box.addClassName("demo-accounts");
        accounts.all().stream().filter(StaffAccount::active).forEach(account -> box.getElement()
                .appendChild(oneClick(account, texts)));
        return box;
    }

    /** A form of the browser's own, because the sign-in must be a request that the security filter sees. */
    private static Element oneClick(StaffAccount account, Texts texts) {
        Element one = new Element("form");
        one.setAttribute("method", "post");
        one.setAttribute("action", ACTION);
        one.appendChild(hidden("username", account.username()), hidden("password", DEMO_PASSWORD));
        Element button = new Element("button");
        button.setAttribute("type", "submit");
        Span name = new Span(account.displayName());
        name.addClassName("who");
        Span roles = new Span(account.roles().stream()
                .sorted()
                .map(texts::label)
                .collect(Collectors.joining(texts.get("ui.list-separator"))));
        roles.addClassName("roles");
        button.appendChild(name.getElement(), roles.getElement());
        one.appendChild(button);
        return one;
    }

    private static Element hidden(String name, String value) {
        Element input = new Element("input");
        input.setAttribute("type", "hidden");
        input.setAttribute("name", name);
        input.setAttribute("value", value);
        return input;
    }
}
