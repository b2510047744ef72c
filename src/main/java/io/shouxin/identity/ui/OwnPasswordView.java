package io.shouxin.identity.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.identity.PasswordRules;
import io.shouxin.identity.Pledges;
import io.shouxin.identity.StaffPasswords;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.BrandMark;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** A password of one's own; at the first sign-in the only page that opens, with the pledge of confidentiality. */
@Route(value = "staff/password", autoLayout = false)
@PermitAll
class OwnPasswordView extends Main implements BeforeEnterObserver, TitledView {

    private final StaffPasswords passwords;
    private final CurrentActor current;
    private final PasswordField present = field("identity.password.present", "current-password");
    private final PasswordField chosen = field("identity.password.new", "new-password");
    private final PasswordField again = field("identity.password.again", "new-password");
    private final Checkbox pledge = Choices.single(UiTexts.text("identity.pledge.give"));
    private final Div problems = new Div();

    OwnPasswordView(StaffPasswords passwords, CurrentActor current) {
        this.passwords = passwords;
        this.current = current;
        addClassName("sign-in-page");
        chosen.setHelperText(UiTexts.text("identity.password.rule", PasswordRules.SHORTEST));
    }

    @Override
    public String title() {
        return UiTexts.text("identity.password.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.get().kind() == Actor.Kind.CLIENT) {
            throw new AccessRefused("The page of staff passwords");
        }
        Texts texts = UiTexts.current();
        removeAll();
        boolean first = current.get().roles().isEmpty();
        Div card = new Div(
                new BrandMark(),
                new H1(title()),
                new Paragraph(texts.get(first ? "identity.password.first" : "identity.password.lead")),
                problems,
                present,
                chosen,
                again);
        card.addClassName("sign-in-card");
        if (passwords.owesPledge()) {
            card.add(
                    Notice.info(texts.get("identity.pledge.title"), texts.get(Pledges.Occasion.JOINING.textKey())),
                    pledge);
        }
        card.add(Buttons.primary(texts.get("identity.password.do"), this::choose));
        if (!first) {
            card.add(new RouteLink("staff", texts.get("ui.back")));
        }
        add(card);
    }

    private void choose() {
        Map<String, HasValidation> fields =
                Map.of("/present", present, "/password", chosen, "/again", again, "/pledge", pledge);
        problems.removeAll();
        FieldErrors.clear(fields);
        try {
            if (!chosen.getValue().equals(again.getValue())) {
                throw new InvalidInput("/again", "identity.password.error.again");
            }
            passwords.choose(present.getValue(), chosen.getValue(), pledge.getValue());
        } catch (InvalidInput refused) {
            if (!FieldErrors.mark(refused, fields)) {
                problems.add(ErrorBox.of(refused));
            }
            return;
        }
        UI.getCurrent().getPage().setLocation("staff/login?ended");
    }

    private static PasswordField field(String key, String autocomplete) {
        PasswordField field = new PasswordField(UiTexts.text(key));
        field.setWidthFull();
        field.getElement().setProperty("autocomplete", autocomplete);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }
}
