package io.shouxin.identity.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.shouxin.identity.Member;
import io.shouxin.identity.Pledges;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.UiTexts;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Somebody leaves the firm. It cannot be undone: who comes back gets another account. */
final class LeavePanel extends Div {

    /** @param leave what to do once it is confirmed: the account, and the day of the pledge if there was one */
    LeavePanel(Member member, BiConsumer<UUID, @Nullable LocalDate> leave) {
        Texts texts = UiTexts.current();
        DatePicker pledged = ComponentTexts.localize(new DatePicker(texts.get("identity.leave.pledged")));
        pledged.setHelperText(texts.get("identity.leave.pledged.help"));
        add(new Panel(
                texts.get("identity.leave.title"),
                new Paragraph(texts.get("identity.leave.text")),
                new Paragraph(texts.get(Pledges.Occasion.LEAVING.textKey())),
                pledged,
                Buttons.danger(texts.get("identity.leave.do"), () -> ComponentTexts.confirm(
                                texts.get(
                                        "identity.leave.confirm",
                                        member.account().displayName()),
                                texts.get("identity.leave.confirm.text"),
                                texts.get("identity.leave.do"),
                                () -> leave.accept(member.account().id(), pledged.getValue()))
                        .open())));
    }
}
