package io.shouxin.shared.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** The numbers in the rail have changed; whoever knows it first says so. */
public final class RailChanged extends ComponentEvent<UI> {

    private RailChanged(UI ui) {
        super(ui, false);
    }

    /** To be called with the UI's lock held (inside {@code ui.access}). */
    public static void tell(UI ui) {
        ComponentUtil.fireEvent(ui, new RailChanged(ui));
    }
}
