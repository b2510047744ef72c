package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;

/** Where an administrator arrives: what this role does today, what it does not see, and what is not there yet. */
@Route("staff/administration")
@RolesAllowed("ADMINISTRATOR")
class AdministrationView extends Div implements TitledView {

    AdministrationView() {
        Texts texts = UiTexts.current();
        add(new StaffPage(title())
                .main(
                        new Panel(
                                texts.get("staff.admin.today"),
                                new Paragraph(texts.get("staff.admin.today.what")),
                                new RouteLink("staff/imports", texts.get("staff.admin.imports"))),
                        new Panel(
                                texts.get("channels.title"),
                                new Paragraph(texts.get("channels.admin.what")),
                                new RouteLink("staff/administration/channels", texts.get("channels.admin.open"))),
                        panel("staff.admin.closed", texts),
                        panel("staff.admin.later", texts)));
    }

    @Override
    public String title() {
        return UiTexts.text("staff.admin.title");
    }

    private static Panel panel(String key, Texts texts) {
        return new Panel(texts.get(key), new Paragraph(texts.get(key + ".what")));
    }
}
