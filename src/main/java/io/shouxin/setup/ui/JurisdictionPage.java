package io.shouxin.setup.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.setup.Jurisdiction;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;

/** Whose law the decision tables are to follow. */
@Route("setup/jurisdiction")
@AnonymousAllowed
class JurisdictionPage extends SetUpPage {

    JurisdictionPage(SetUp setUp, SetUpDoor door) {
        super(setUp, door, SetUpStep.JURISDICTION);
    }

    @Override
    void ask(SetUpAnswers answers) {
        Texts texts = UiTexts.current();
        RadioButtonGroup<Jurisdiction> law = Choices.one(texts.get("setup.jurisdiction.question"));
        law.setItems(Jurisdiction.values());
        law.setItemLabelGenerator(texts::label);
        law.setValue(answers.jurisdiction());
        add(question(
                        "jurisdiction",
                        law,
                        Notice.info(
                                texts.get("setup.jurisdiction.others"), texts.get("setup.jurisdiction.others.text")))
                .primary(
                        texts.get("setup.continue"),
                        () -> answer(all -> all.with(chosen(law)), Map.of("/jurisdiction", law))));
    }

    private static Jurisdiction chosen(RadioButtonGroup<Jurisdiction> law) {
        return law.getOptionalValue().orElseThrow(() -> new InvalidInput("/jurisdiction", "setup.jurisdiction.error"));
    }
}
