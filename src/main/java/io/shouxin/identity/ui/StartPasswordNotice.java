package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.identity.StartPassword;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.UiTexts;

/** A start password, the only time that anybody sees it. */
final class StartPasswordNotice {

    private StartPasswordNotice() {}

    static Notice of(String username, StartPassword made) {
        return new Notice(
                Chip.Tone.OK,
                UiTexts.text("identity.start.title", username),
                UiTexts.text("identity.start.text", TimeText.day(UiTexts.current(), made.until())),
                new Paragraph(new Code(made.password())));
    }
}
