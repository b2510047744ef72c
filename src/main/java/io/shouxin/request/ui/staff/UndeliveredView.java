package io.shouxin.request.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.evidence.ShownRows;
import io.shouxin.notification.MessageView;
import io.shouxin.request.CaseNotices;
import io.shouxin.request.CaseNotices.Undelivered;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TimeText;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The messages that did not reach their clients, of closed cases too: somebody must tell these people otherwise. */
@Route("staff/undelivered")
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER"})
class UndeliveredView extends Div implements BeforeEnterObserver, TitledView {

    private final CaseNotices notices;
    private final ShownRows shown;

    UndeliveredView(CaseNotices notices, ShownRows shown) {
        this.notices = notices;
        this.shown = shown;
    }

    @Override
    public String title() {
        return UiTexts.text("staff.undelivered.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Texts texts = UiTexts.current();
        StaffPage page = new StaffPage(title());
        List<Undelivered> all = notices.undelivered();
        shown.note(
                "undelivered",
                "case",
                all.stream().map(each -> each.request().id().value()).toList());
        if (all.isEmpty()) {
            page.main(new EmptyState(texts.get("staff.undelivered.empty"), texts.get("staff.undelivered.empty.what")));
        } else {
            page.main(table(all, texts));
        }
        add(page);
    }

    private static PlainTable table(List<Undelivered> all, Texts texts) {
        PlainTable table = new PlainTable(
                        texts.get("staff.cases.reference"),
                        texts.get("staff.undelivered.message"),
                        texts.get("staff.undelivered.state"),
                        texts.get("staff.undelivered.since"))
                .cardsWhenNarrow();
        for (Undelivered each : all) {
            MessageView message = each.message();
            table.row(
                    new RouteLink(
                            "staff/cases/" + each.request().id(), each.request().reference()),
                    PlainTable.cell(
                            texts.get("channels.notice." + message.template()), NoticesPanel.why(message, texts)),
                    NoticesPanel.chip(message, texts),
                    new TimeText(message.createdAt()));
        }
        return table;
    }
}
