package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;

/** Nothing (or nothing any more) is held about the person. */
final class NothingHeld {

    private NothingHeld() {}

    static QuestionPage page() {
        return new QuestionPage(UiTexts.text("client.nothing.title"))
                .lead(UiTexts.text("client.nothing.lead"))
                .content(Notice.info(UiTexts.text("client.nothing.what"), UiTexts.text("client.nothing.text")))
                .secondary(UiTexts.text("client.signout"), () -> UI.getCurrent().navigate("signout"))
                .primary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate(""));
    }
}
