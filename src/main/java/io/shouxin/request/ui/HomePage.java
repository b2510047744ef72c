package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;

/** The front page: what one can do here, before anybody is asked who they are. */
@Route("")
@AnonymousAllowed
class HomePage extends Div implements BeforeEnterObserver, TitledView {

    private final CurrentActor current;

    HomePage(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        QuestionPage page = new QuestionPage(UiTexts.text("client.home.title"))
                .lead(UiTexts.text("client.home.lead"))
                .content(
                        card("track", "track").prominent(),
                        card("mine", "mine"),
                        card("delete", "guide/deletion"),
                        card("verify", "verify"));
        if (current.get().kind() == Actor.Kind.CLIENT) {
            page.content(new RouteLink("signout", UiTexts.text("client.signout")));
        }
        add(page);
    }

    private static ActionCard card(String what, String route) {
        String key = "client.card." + what;
        return new ActionCard(
                UiTexts.text(key + ".tile"), UiTexts.text(key + ".title"), UiTexts.text(key + ".text"), route);
    }

    @Override
    public String title() {
        return UiTexts.text("client.home.page");
    }
}
