package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.ContactLink;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;

/** Says that codes cannot be sent now, and how to reach the firm all the same: nobody's right waits for an SMS (PIPL 50). */
@SpringComponent
class NoCodes {

    private final Firms firms;

    NoCodes(Firms firms) {
        this.firms = firms;
    }

    Notice notice() {
        Texts texts = UiTexts.current();
        return new Notice(
                Chip.Tone.WARN,
                texts.get("client.noCodes.title"),
                texts.get("client.noCodes.text"),
                firms.find().map(firm -> contact(firm, texts)).orElseGet(Div::new));
    }

    private static Div contact(Firm firm, Texts texts) {
        DefinitionTable table = new DefinitionTable()
                .row(texts.get("client.noCodes.person"), firm.contactPerson())
                .row(texts.get("client.noCodes.phone"), ContactLink.phone(firm.contactPhone()))
                .row(texts.get("client.noCodes.email"), ContactLink.mail(firm.contactEmail()))
                .row(texts.get("client.noCodes.address"), firm.address());
        return new Div(table);
    }
}
