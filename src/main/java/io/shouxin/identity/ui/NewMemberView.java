package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.identity.StartPassword;
import io.shouxin.identity.Username;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;

/** Opens an account for somebody who joins the firm. */
@Route(NewMemberView.ROUTE)
@RolesAllowed("ADMINISTRATOR")
class NewMemberView extends Div implements TitledView {

    static final String ROUTE = "staff/administration/new";

    private final StaffAdministration administration;
    private final TextField username = new TextField(UiTexts.text("identity.people.username"));
    private final MemberForm form;
    private final Div said = new Div();
    private final Div fields = new Div();

    NewMemberView(StaffAdministration administration) {
        this.administration = administration;
        Texts texts = UiTexts.current();
        form = new MemberForm(administration.branches());
        username.setWidth("22em");
        username.setHelperText(texts.get("identity.people.username.help"));
        username.getElement().setProperty("autocomplete", "off");
        form.first("/username", username);
        fields.add(form, Buttons.primary(texts.get("identity.people.create"), this::create));
        add(new StaffPage(title())
                .particulars(new RouteLink("staff/administration", texts.get("identity.people.back")))
                .main(new Panel(
                        texts.get("identity.people.new"),
                        new Paragraph(texts.get("identity.people.new.lead")),
                        said,
                        fields)));
    }

    @Override
    public String title() {
        return UiTexts.text("identity.people.new");
    }

    private void create() {
        said.removeAll();
        try {
            Username name = new Username(username.getValue());
            StartPassword made = administration.create(name, form.read());
            fields.removeAll();
            said.add(
                    StartPasswordNotice.of(name.value(), made),
                    new RouteLink(MemberView.address(made.account()), UiTexts.text("identity.people.open")));
        } catch (InvalidInput refused) {
            if (!form.mark(refused)) {
                said.add(ErrorBox.of(refused));
            }
        }
    }
}
