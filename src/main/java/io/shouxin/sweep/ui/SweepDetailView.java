package io.shouxin.sweep.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.inbox.Inbox;
import io.shouxin.shared.NotFound;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.TitledView;
import io.shouxin.shared.ui.UiTexts;
import io.shouxin.sweep.Sweeps.View;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One sweep: its dry run, who approved it, what was destroyed and what was spared, its certificate. */
@Route("staff/sweeps/:sweep")
@RolesAllowed({"PRIVACY_OFFICER", "REVIEWER", "AUDITOR"})
class SweepDetailView extends Div implements BeforeEnterObserver, TitledView {

    private final SweepPage pages;
    private final Inbox inbox;

    SweepDetailView(SweepPage pages, Inbox inbox) {
        this.pages = pages;
        this.inbox = inbox;
    }

    @Override
    public String title() {
        return UiTexts.text("sweep.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Texts texts = UiTexts.current();
        View view = pages.read(id(event));
        StaffPage page = pages.of(
                view,
                texts.get("sweep.one", view.sweep().proposal().reference()),
                new RouteLink("staff/sweeps", texts.get("sweep.back")));
        inbox.ofCase(view.sweep().id()).stream()
                .filter(task -> !task.done())
                .findFirst()
                .ifPresent(task -> page.wide(new Notice(
                        Chip.Tone.PLAIN,
                        texts.get("sweep.waits"),
                        texts.get("sweep.task." + task.kind()),
                        new RouteLink("staff/inbox/" + task.id(), texts.get("sweep.toTask")))));
        add(page);
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("sweep").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new NotFound("sweep", "of that form");
        }
    }
}
