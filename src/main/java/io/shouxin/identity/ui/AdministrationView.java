package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.identity.KeyBackups;
import io.shouxin.identity.StaffAdministration;
import io.shouxin.platform.Firms;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Where an administrator arrives: the firm's people, the copy of its keys, and what this role does not see. */
@Route("staff/administration")
@RolesAllowed("ADMINISTRATOR")
class AdministrationView extends Div implements BeforeEnterObserver, TitledView {

    private final StaffAdministration administration;
    private final KeyBackups backups;
    private final Firms firms;
    private final Clock clock;

    AdministrationView(StaffAdministration administration, KeyBackups backups, Firms firms, Clock clock) {
        this.administration = administration;
        this.backups = backups;
        this.firms = firms;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Texts texts = UiTexts.current();
        removeAll();
        add(new StaffPage(title())
                .main(
                        PeopleTable.panel(administration.members(), new MemberWords(texts, firms, clock)),
                        new KeyCopyPanel(backups),
                        new Panel(
                                texts.get("staff.admin.today"),
                                new Paragraph(texts.get("staff.admin.today.what")),
                                new RouteLink("staff/imports", texts.get("staff.admin.imports"))),
                        new Panel(
                                texts.get("channels.title"),
                                new Paragraph(texts.get("channels.admin.what")),
                                new RouteLink("staff/administration/channels", texts.get("channels.admin.open"))),
                        new Panel(
                                texts.get("firm.title"),
                                new Paragraph(texts.get("firm.admin.what")),
                                new RouteLink("staff/administration/firm", texts.get("firm.admin.open"))),
                        new Panel(
                                texts.get("staff.admin.closed"), new Paragraph(texts.get("staff.admin.closed.what")))));
    }

    @Override
    public String title() {
        return UiTexts.text("staff.admin.title");
    }
}
