package io.shouxin.request.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.Capacity;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.TopBarView;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.Locale;

/** 替别人办理: which of the three ways fits; each has a guide of its own. */
@Route("guide/others")
@AnonymousAllowed
class OthersGuidePage extends Div implements BeforeEnterObserver, TitledView, TopBarView {

    static final List<Capacity> CAPACITIES = List.of(Capacity.GUARDIAN, Capacity.AGENT, Capacity.RELATIVE);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        QuestionPage page = new QuestionPage(UiTexts.text("client.card.others.title"))
                .back("")
                .lead(UiTexts.text("client.others.guide.lead"));
        CAPACITIES.forEach(capacity -> page.content(new ActionCard(
                UiTexts.text("client.others.tile." + capacity.name()),
                UiTexts.text("client.others.capacity." + capacity.name()),
                UiTexts.text("client.others.guide.sentence." + capacity.name()),
                route(capacity))));
        add(page);
    }

    static String route(Capacity capacity) {
        return "guide/others/" + capacity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return UiTexts.text("client.card.others.title");
    }

    @Override
    public String topBarTitle() {
        return UiTexts.text("client.guide.bar");
    }
}
