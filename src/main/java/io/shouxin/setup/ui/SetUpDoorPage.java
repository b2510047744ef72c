package io.shouxin.setup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpLink;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;

/**
 * Where everything leads while there is no firm, and where the link of the console lands. The secret stands in the part of the address
 * that no server is sent, so the page reads it there and takes it out of the address at once.
 */
@Route("setup")
@AnonymousAllowed
class SetUpDoorPage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    /** Also when the link is pasted into the tab that shows this page, which loads nothing anew. */
    private static final String READ_SECRET = """
            const page = this;
            const read = () => {
              if (!page.isConnected) {
                window.removeEventListener('hashchange', read);
                return;
              }
              const secret = location.hash.slice(1);
              if (secret) {
                history.replaceState(history.state, '', location.pathname);
                page.$server.opened(secret);
              }
            };
            window.addEventListener('hashchange', read);
            read();
            """;

    private final SetUpDoor door;
    private final SetUpLink link;
    private final SetUp setUp;
    private final Div said = new Div();
    private final TextField secret = new TextField(UiTexts.text("setup.door.code"));

    SetUpDoorPage(SetUpDoor door, SetUpLink link, SetUp setUp) {
        this.door = door;
        this.link = link;
        this.setUp = setUp;
    }

    @Override
    public String title() {
        return UiTexts.text("setup.title");
    }

    @Override
    public String topBarTitle() {
        return UiTexts.text("setup.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!door.isOpen()) {
            removeAll();
            add(new QuestionPage(UiTexts.text("setup.over.title"))
                    .lead(UiTexts.text("setup.over.lead"))
                    .content(new RouteLink("staff/login", UiTexts.text("setup.done.signIn"))));
        } else if (door.isHeldBy(SetUpSession.holder())) {
            event.forwardTo(next());
        } else if (getChildren().findAny().isEmpty()) {
            // A link pasted into this tab is a navigation to where it is already: what it was told must stay.
            add(closed());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (door.isOpen() && !door.isHeldBy(SetUpSession.holder())) {
            getElement().executeJs(READ_SECRET);
        }
    }

    @ClientCallable
    private void opened(String found) {
        enter(found);
    }

    private QuestionPage closed() {
        secret.setWidthFull();
        secret.setHelperText(UiTexts.text("setup.door.code.help"));
        secret.getElement().setProperty("autocomplete", "off");
        secret.addKeyPressListener(Key.ENTER, pressed -> enter(secret.getValue()));
        return new QuestionPage(UiTexts.text("setup.door.title"))
                .lead(UiTexts.text("setup.door.lead"))
                .content(
                        said,
                        Notice.info(UiTexts.text("setup.door.how"), UiTexts.text("setup.door.how.text")),
                        secret,
                        Buttons.link(UiTexts.text("setup.door.again"), this::again))
                .primary(UiTexts.text("setup.door.enter"), () -> enter(secret.getValue()));
    }

    private void enter(String given) {
        String bare = given.strip();
        String code = bare.substring(bare.indexOf('#') + 1);
        if (door.enter(code, SetUpSession.holder())) {
            UI.getCurrent().navigate(next());
            return;
        }
        said.removeAll();
        said.add(new ErrorBox(UiTexts.text("setup.door.wrong"), UiTexts.text("setup.door.wrong.text")));
    }

    private void again() {
        said.removeAll();
        if (door.mayAskForLink()) {
            link.print();
            said.add(Notice.done(UiTexts.text("setup.door.printed"), UiTexts.text("setup.door.printed.text")));
        } else {
            said.add(Notice.warning(
                    UiTexts.text("setup.door.soon"),
                    UiTexts.text("setup.door.soon.text", SetUpDoor.PAUSE.toSeconds())));
        }
    }

    private String next() {
        return setUp.answers(SetUpSession.holder())
                .missing()
                .orElse(SetUpStep.CHECK)
                .route();
    }
}
