package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.identity.StartPassword;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;

/** A start password, the only time that anybody sees it. */
final class StartPasswordNotice {

    private StartPasswordNotice() {}

    static Notice of(String username, StartPassword made) {
        return new Notice(
                Chip.Tone.OK,
                UiTexts.text("identity.start.title", username),
                UiTexts.text(
                        "identity.start.text", MemberWords.day(made.until()).toString()),
                new Paragraph(new Code(made.password())));
    }
}
