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

/** Which firm this is. */
@Route("setup/firm")
@AnonymousAllowed
class FirmPage extends SetUpPage {

    FirmPage(SetUp setUp, SetUpDoor door) {
        super(setUp, door, SetUpStep.FIRM);
    }

    @Override
    void ask(SetUpAnswers answers) {
        SetUpAnswers.Name known = answers.firm();
        TextField name = field("setup.firm.name", known == null ? "" : known.name());
        TextField address = field("setup.firm.address", known == null ? "" : known.address());
        add(question("firm", name, address)
                .primary(
                        UiTexts.text("setup.continue"),
                        () -> answer(
                                all -> all.with(new SetUpAnswers.Name(name.getValue(), address.getValue())),
                                Map.of("/name", name, "/address", address))));
    }
}
