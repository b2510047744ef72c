package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.request.RequestReader;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.List;
import java.util.UUID;

/** Progress for whoever has signed in: their own requests, open and closed, without number and code once more. */
@Route("mine/requests")
@AnonymousAllowed
class OwnRequestsPage extends OwnPage {

    private final RequestReader reader;

    OwnRequestsPage(CurrentActor current, RequestReader reader) {
        super(current, "client.track.title");
        this.reader = reader;
    }

    @Override
    void enter(BeforeEnterEvent event, UUID owner) {
        List<SubjectRequest> requests =
                Behalf.heldBy(reader, owner).map(List::of).orElseGet(() -> reader.ofClient(owner));
        QuestionPage page = new QuestionPage(UiTexts.text("client.mine.requests")).back("");
        if (requests.isEmpty()) {
            page.content(Notice.info(UiTexts.text("client.requests.none"), UiTexts.text("client.requests.noneText")))
                    .primary(UiTexts.text("client.mine.delete"), () -> UI.getCurrent()
                            .navigate("guide/deletion"));
        } else {
            page.lead(UiTexts.text("client.requests.lead")).content(RequestCards.of(requests, owner));
        }
        show(page.content(new RouteLink("track", UiTexts.text("client.requests.other"))));
    }
}
