package io.shouxin.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.shared.ui.ContactLink;
import io.shouxin.shared.ui.FirmDetails;
import io.shouxin.shared.ui.UiTexts;

/** Whom a client asks or complains to, in one line: at the foot of their pages, and where a page could not be shown. */
final class FirmContact extends Paragraph {

    FirmContact(FirmDetails firm) {
        addClassName("firm-contact");
        add(new Span(UiTexts.text("shell.client.complaints") + " "), new Span(firm.contactPerson()));
        if (!firm.contactPhone().isBlank()) {
            add(new Span(" · "), ContactLink.phone(firm.contactPhone()));
        }
        if (!firm.contactEmail().isBlank()) {
            add(new Span(" · "), ContactLink.mail(firm.contactEmail()));
        }
    }
}
