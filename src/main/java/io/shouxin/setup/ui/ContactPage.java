package io.shouxin.setup.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;

/** Whom clients ask about their data. */
@Route("setup/contact")
@AnonymousAllowed
class ContactPage extends SetUpPage {

    ContactPage(SetUp setUp, SetUpDoor door) {
        super(setUp, door, SetUpStep.CONTACT);
    }

    @Override
    void ask(SetUpAnswers answers) {
        SetUpAnswers.Contact known = answers.contact();
        TextField person = field("setup.contact.person", known == null ? "" : known.person());
        TextField phone = field("setup.contact.phone", known == null ? "" : known.phone());
        TextField email = field("setup.contact.email", known == null ? "" : known.email());
        add(question("contact", person, phone, email)
                .primary(
                        UiTexts.text("setup.continue"),
                        () -> answer(
                                all -> all.with(new SetUpAnswers.Contact(
                                        person.getValue(), phone.getValue(), email.getValue())),
                                Map.of("/person", person, "/phone", phone, "/email", email))));
    }
}
