package io.shouxin.record.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** A page that looks again every second while something is under way, and not a moment longer. */
abstract class LivePage extends Div {

    private static final int EVERY_MS = 1_000;
    private static final int NEVER = -1;

    private @Nullable Registration polling;

    /** Shows how things stand; true while that will change by itself. */
    abstract boolean refresh();

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        UI ui = attached.getUI();
        polling = ui.addPollListener(poll -> look(ui));
        look(ui);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(NEVER);
        if (polling != null) {
            polling.remove();
            polling = null;
        }
        super.onDetach(detached);
    }

    /** Looks again now, after something was done here. */
    void look(UI ui) {
        ui.setPollInterval(refresh() ? EVERY_MS : NEVER);
    }
}
