package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;

/** There is no such case, or it is another person's: both look alike, so that nobody learns which numbers exist. */
final class NoSuchCase {

    private NoSuchCase() {}

    /** @param typed what was looked for; it stands in the form again when it is looked for once more */
    static QuestionPage page(String typed) {
        return new QuestionPage(UiTexts.text("client.nocase.title"))
                .lead(UiTexts.text("client.nocase.lead"))
                .content(
                        Notice.info(UiTexts.text("client.nocase.what"), UiTexts.text("client.nocase.text")),
                        new RouteLink("mine/requests", UiTexts.text("client.nocase.own")),
                        new RouteLink("signout", UiTexts.text("client.signout")))
                .secondary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate(""))
                .primary(UiTexts.text("client.nocase.again"), () -> UI.getCurrent()
                        .navigate("track", QueryParameters.simple(Map.of("number", typed))));
    }
}
