package io.shouxin.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStore;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs a client out: asked for by a button, so that a link from elsewhere does not do it. */
@Route("signout")
@AnonymousAllowed
class SignOutPage extends Div implements BeforeEnterObserver, TitledView {

    private final CurrentActor current;
    private final BrowserSession session;
    private final DraftStore drafts;

    SignOutPage(CurrentActor current, BrowserSession session, DraftStore drafts) {
        this.current = current;
        this.session = session;
        this.drafts = drafts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Actor actor = current.get();
        if (actor.kind() == Actor.Kind.STAFF) {
            // colleagues sign out in their workspace; here it would be said of somebody who is still signed in
            event.forwardTo("staff");
            return;
        }
        if (actor.kind() != Actor.Kind.CLIENT && Requesting.current().isEmpty()) {
            add(new QuestionPage(UiTexts.text("client.signout.done"))
                    .lead(UiTexts.text("client.signout.doneText"))
                    .primary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate("")));
            return;
        }
        add(new QuestionPage(UiTexts.text("client.signout.title"))
                .lead(UiTexts.text(hasUnsent(actor.id()) ? "client.signout.text" : "client.signout.plain"))
                .secondary(UiTexts.text("client.signout.stay"), () -> UI.getCurrent()
                        .navigate(actor.kind() == Actor.Kind.CLIENT ? "mine" : ""))
                .primary(UiTexts.text("client.signout"), () -> session.end(UI.getCurrent(), actor, "signout")));
    }

    private boolean hasUnsent(@Nullable UUID client) {
        return Requesting.current().isPresent()
                || (client != null && drafts.find(client).filter(Draft::begun).isPresent());
    }

    @Override
    public String title() {
        return UiTexts.text("client.signout");
    }
}
