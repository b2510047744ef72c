package io.shouxin.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.shouxin.shared.ui.UiTexts;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What both faces of the portal have in common: the way past the navigation, the ribbon of a demo, the place of the page, and the
 * focus that follows to its heading.
 */
abstract class PortalLayout extends Div implements RouterLayout, AfterNavigationObserver {

    final Main main = new Main();
    private boolean navigatedBefore;

    /** @param face how the style sheets call it */
    PortalLayout(String face, Environment environment) {
        addClassName(face + "-app");
        Anchor skip = new Anchor("#main", UiTexts.text("shell.skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip-link");
        main.setId("main");
        add(skip);
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            Anchor mailbox = new Anchor("/demo/mailbox", UiTexts.text("shell.demo.mailbox"));
            mailbox.setRouterIgnore(true);
            mailbox.setTarget("_blank");
            Div ribbon = new Div(new Span(UiTexts.text("shell.demo") + " · "), mailbox);
            ribbon.addClassName("demo-ribbon");
            add(ribbon);
        }
        addAttachListener(attached -> getElement().executeJs("document.documentElement.dataset.face = $0", face));
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
    public final void afterNavigation(AfterNavigationEvent event) {
        refresh(event);
        if (navigatedBefore) {
            PageFocus.toHeading(main);
        }
        navigatedBefore = true;
    }

    /** Another page is shown: what is around it must fit. */
    abstract void refresh(AfterNavigationEvent event);
}
