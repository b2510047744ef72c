package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;
import java.util.UUID;

/** A page that only the client who has signed in may see; everybody else is asked to sign in and led back. */
abstract class OwnPage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    private final CurrentActor current;
    private final String titleKey;

    OwnPage(CurrentActor current, String titleKey) {
        this.current = current;
        this.titleKey = titleKey;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.get();
        UUID owner = actor.id();
        if (actor.kind() != Actor.Kind.CLIENT || owner == null) {
            signIn(event);
            return;
        }
        removeAll();
        enter(event, owner);
    }

    /** Builds the page for its client, or leads elsewhere. */
    abstract void enter(BeforeEnterEvent event, UUID owner);

    void signIn(BeforeEnterEvent event) {
        event.forwardTo(
                "signin",
                QueryParameters.simple(Map.of("next", event.getLocation().getPath())));
    }

    /** Shows this page in place of what was there. */
    final void show(QuestionPage page) {
        removeAll();
        add(page);
    }

    @Override
    public String title() {
        return UiTexts.text(titleKey);
    }

    @Override
    public String topBarTitle() {
        return title();
    }
}
