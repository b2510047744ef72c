package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.BehalfDraft;
import io.shouxin.request.BehalfDrafts;
import io.shouxin.request.Draft;
import io.shouxin.request.DraftStore;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;

/** The front page: what one can do here, before anybody is asked who they are. */
@Route("")
@AnonymousAllowed
class HomePage extends Div implements BeforeEnterObserver, TitledView {

    private final CurrentActor current;
    private final DraftStore drafts;
    private final Behalf behalf;

    HomePage(CurrentActor current, DraftStore drafts, Behalf behalf) {
        this.current = current;
        this.drafts = drafts;
        this.behalf = behalf;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        QuestionPage page = new QuestionPage(UiTexts.text("client.home.title")).lead(UiTexts.text("client.home.lead"));
        Actor actor = current.get();
        UUID client = actor.kind() == Actor.Kind.CLIENT ? actor.id() : null;
        if (client != null) {
            drafts.find(client)
                    .filter(Draft::begun)
                    .ifPresent(draft -> page.content(saved(DraftStore.KEPT_DAYS), goOn(draft)));
        }
        behalf.unsent().ifPresent(draft -> page.content(saved(BehalfDrafts.KEPT_DAYS), goOn(draft)));
        page.content(
                client == null
                        ? card("track", "client.card.track.text", "track").prominent()
                        : card("track", "client.card.track.own", "mine/requests")
                                .prominent(),
                card("mine", "mine"),
                card("delete", "guide/deletion"),
                card("others", "guide/others"),
                card("verify", "verify"));
        if (client != null || behalf.requesters().current().isPresent()) {
            page.content(new RouteLink("signout", UiTexts.text("client.signout")));
        }
        add(page);
    }

    /** Nothing was sent yet, and nothing is lost. */
    private static Notice saved(int days) {
        return Notice.done(UiTexts.text("client.saved.title"), UiTexts.text("client.saved.text", days));
    }

    private static ActionCard goOn(BehalfDraft draft) {
        return new ActionCard(
                        UiTexts.text("client.saved.tile"),
                        UiTexts.text("client.others.saved.go"),
                        UiTexts.text("client.others.saved.text"),
                        BehalfPage.route(draft.at()))
                .prominent();
    }

    private static ActionCard goOn(Draft draft) {
        return new ActionCard(
                        UiTexts.text("client.saved.tile"),
                        UiTexts.text("client.saved.go"),
                        UiTexts.text("client.saved.at", WizardSteps.title(draft.at())),
                        WizardSteps.route(draft.at()))
                .prominent();
    }

    private static ActionCard card(String what, String route) {
        return card(what, "client.card." + what + ".text", route);
    }

    private static ActionCard card(String what, String textKey, String route) {
        String key = "client.card." + what;
        return new ActionCard(UiTexts.text(key + ".tile"), UiTexts.text(key + ".title"), UiTexts.text(textKey), route);
    }

    @Override
    public String title() {
        return UiTexts.text("client.home.page");
    }
}
