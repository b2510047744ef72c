package io.shouxin.setup.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.identity.PasswordRules;
import io.shouxin.identity.Pledges;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;
import java.util.Map;

/** Who lets everybody else in; with a password of their own and their pledge of confidentiality. */
@Route("setup/administrator")
@AnonymousAllowed
class AdministratorPage extends SetUpPage {

    AdministratorPage(SetUp setUp, SetUpDoor door) {
        super(setUp, door, SetUpStep.ADMINISTRATOR);
    }

    @Override
    void ask(SetUpAnswers answers) {
        SetUpAnswers.FirstAdministrator known = answers.administrator();
        TextField username = field("setup.admin.username", known == null ? "" : known.username());
        username.getElement().setProperty("autocomplete", "username");
        TextField name = field("setup.admin.name", known == null ? "" : known.displayName());
        PasswordField password = password("setup.admin.password");
        password.setHelperText(UiTexts.text("identity.password.rule", PasswordRules.SHORTEST));
        PasswordField again = password("setup.admin.again");
        Checkbox pledge = Choices.single(UiTexts.text("identity.pledge.give"));
        Map<String, HasValidation> fields = Map.of(
                "/username", username, "/displayName", name, "/password", password, "/again", again, "/pledge", pledge);
        add(question(
                        "admin",
                        username,
                        name,
                        password,
                        again,
                        Notice.info(
                                UiTexts.text("identity.pledge.title"),
                                UiTexts.text(Pledges.Occasion.JOINING.textKey())),
                        pledge)
                .primary(
                        UiTexts.text("setup.continue"),
                        () -> attempt(
                                () -> {
                                    if (!password.getValue().equals(again.getValue())) {
                                        throw new InvalidInput("/again", "identity.password.error.again");
                                    }
                                    setUp.keepAdministrator(
                                            holder(),
                                            username.getValue(),
                                            name.getValue(),
                                            password.getValue(),
                                            pledge.getValue());
                                },
                                fields)));
    }

    private static PasswordField password(String key) {
        PasswordField field = new PasswordField(UiTexts.text(key));
        field.setWidthFull();
        field.getElement().setProperty("autocomplete", "new-password");
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}
