package io.shouxin.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Layout;
import io.shouxin.shared.CurrentActor;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.StaffBanner;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/** Around every staff page: the rail, and the keys that work everywhere. How views get it: see {@link ClientLayout}. */
@Layout("/staff")
@PermitAll
public class StaffLayout extends PortalLayout {

    private final Rail rail;
    private final List<StaffBanner> banners;
    private final ObjectProvider<CurrentActor> current;
    private final List<Component> shown = new ArrayList<>();

    StaffLayout(
            Rail rail,
            ObjectProvider<StaffBanner> banners,
            ObjectProvider<CurrentActor> current,
            Environment environment) {
        super("staff", environment);
        this.rail = rail;
        this.banners = banners.orderedStream().toList();
        this.current = current;
        add(rail, main);
        new SingleKeys(this).on(KeyLegend.KEY, UiTexts.text("shell.keys.legend"), KeyLegend::open);
    }

    @Override
    void refresh(AfterNavigationEvent event) {
        rail.refresh(event.getLocation().getPath());
        shown.forEach(Component::removeFromParent);
        shown.clear();
        current.ifAvailable(
                actor -> banners.forEach(each -> each.banner(actor.get()).ifPresent(shown::add)));
        for (int i = 0; i < shown.size(); i++) {
            main.addComponentAtIndex(i, shown.get(i));
        }
    }
}
