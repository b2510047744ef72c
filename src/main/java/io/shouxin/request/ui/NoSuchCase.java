package io.shouxin.request.ui;

import com.vaadin.flow.component.UI;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.UiTexts;

/** There is no such case, or it is another person's: both look alike. */
final class NoSuchCase {

    private NoSuchCase() {}

    static QuestionPage page() {
        return new QuestionPage(UiTexts.text("client.nocase.title"))
                .lead(UiTexts.text("client.nocase.lead"))
                .content(Notice.info(UiTexts.text("client.nocase.what"), UiTexts.text("client.nocase.text")))
                .secondary(UiTexts.text("client.home"), () -> UI.getCurrent().navigate(""))
                .primary(UiTexts.text("client.nocase.again"), () -> UI.getCurrent()
                        .navigate("track"));
    }
}
