package io.shouxin.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The workspace opens where the work is. */
@Route("staff")
@RolesAllowed({"STAFF", "REVIEWER", "PRIVACY_OFFICER", "LEGAL", "AUDITOR", "ADMINISTRATOR"})
class StaffHome extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(InboxView.class);
    }
}
