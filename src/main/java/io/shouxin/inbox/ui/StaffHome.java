package io.shouxin.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.Actor;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.RailItem;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The workspace opens on the first page of the rail that this person's roles open. */
@Route("staff")
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER", "LEGAL", "AUDITOR", "ADMINISTRATOR"})
class StaffHome extends Div implements BeforeEnterObserver {

    private final List<RailItem> pages;
    private final CurrentActor current;

    StaffHome(List<RailItem> pages, CurrentActor current) {
        this.pages = pages;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.get();
        event.forwardTo(pages.stream()
                .sorted(RailItem.IN_ORDER)
                .filter(page -> page.isFor(actor))
                .findFirst()
                .orElseThrow(() -> new AccessRefused("No page for these roles"))
                .view());
    }
}
