package io.shouxin.shell;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Layout;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.PermitAll;
import org.springframework.core.env.Environment;

/** Around every staff page: the rail, and the keys that work everywhere. How views get it: see {@link ClientLayout}. */
@Layout("/staff")
@PermitAll
public class StaffLayout extends PortalLayout {

    private final Rail rail;

    StaffLayout(Rail rail, Environment environment) {
        super("staff", environment);
        this.rail = rail;
        add(rail, main);
        new SingleKeys(this).on(KeyLegend.KEY, UiTexts.text("shell.keys.legend"), KeyLegend::open);
    }

    @Override
    void refresh(AfterNavigationEvent event) {
        rail.refresh(event.getLocation().getPath());
    }
}
