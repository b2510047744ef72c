package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.StaffMailboxes;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;

/** Where a member of the firm gets the morning digest by mail. */
final class MailboxPanel extends Div {

    private final StaffMailboxes mailboxes;
    private final UUID account;
    private final TextField mailbox = new TextField(UiTexts.text("identity.mailbox.field"));

    MailboxPanel(StaffMailboxes mailboxes, UUID account) {
        this.mailboxes = mailboxes;
        this.account = account;
        Texts texts = UiTexts.current();
        mailbox.setValue(mailboxes.mailboxOf(account).orElse(""));
        mailbox.setWidthFull();
        mailbox.getElement().setAttribute("autocomplete", "off");
        Panel panel = new Panel(
                texts.get("identity.mailbox.title"),
                new Paragraph(texts.get(mailboxes.canMail() ? "identity.mailbox.what" : "identity.mailbox.noMail")),
                mailbox,
                Buttons.quiet(texts.get("identity.mailbox.save"), this::save));
        panel.addClassName("stacked-fields");
        add(panel);
    }

    private void save() {
        mailbox.setInvalid(false);
        try {
            mailboxes.change(account, mailbox.getValue());
            Toast.done(UiTexts.text("identity.mailbox.saved"));
        } catch (InvalidInput refused) {
            mailbox.setErrorMessage(UiTexts.text(refused.textKey(), refused.arguments()));
            mailbox.setInvalid(true);
        }
    }
}
