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

/** Which authority the letters name to those who are not content with an answer. */
@Route("setup/authority")
@AnonymousAllowed
class AuthorityPage extends SetUpPage {

    AuthorityPage(SetUp setUp, SetUpDoor door) {
        super(setUp, door, SetUpStep.AUTHORITY);
    }

    @Override
    void ask(SetUpAnswers answers) {
        SetUpAnswers.Authority known = answers.authority();
        TextField name = field("setup.authority.name", known == null ? "" : known.name());
        TextField english = field("setup.authority.english", known == null ? "" : known.englishName());
        add(question("authority", name, english)
                .primary(
                        UiTexts.text("setup.continue"),
                        () -> answer(
                                all -> all.with(new SetUpAnswers.Authority(name.getValue(), english.getValue())),
                                Map.of("/authority", name, "/authorityEnglish", english))));
    }
}
