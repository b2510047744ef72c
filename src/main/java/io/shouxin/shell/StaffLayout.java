package io.shouxin.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.shared.ui.UiTexts;
import jakarta.annotation.security.PermitAll;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Around every staff page: the rail, and the keys that work everywhere. How views get it: see {@link ClientLayout}. */
@Layout("/staff")
@PermitAll
public class StaffLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Rail rail;
    private final Main main = new Main();
    private boolean navigatedBefore;

    StaffLayout(Rail rail, Environment environment) {
        this.rail = rail;
        addClassName("staff-app");
        Anchor skip = new Anchor("#main", UiTexts.text("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip-link");
        main.setId("main");
        add(skip);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            add(ClientLayout.demoRibbon());
        }
        add(rail, main);
        new SingleKeys(this).on(KeyLegend.KEY, UiTexts.text("shell.keys.legend"), KeyLegend::open);
        addAttachListener(attached -> getElement().executeJs("document.documentElement.dataset.face = 'staff'"));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        if (content instanceof Component component) {
            main.add(component);
        } else {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        rail.refresh(event.getLocation().getPath());
        if (navigatedBefore) {
            PageFocus.toHeading(main);
        }
        navigatedBefore = true;
    }
}
