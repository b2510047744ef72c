package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.RouteConfiguration;

/** A link inside the portal that keeps the page alive, by path, so that modules can link to views they do not see. */
public class RouteLink extends Anchor {

    /** @param route path without a leading slash, "" for the front page */
    public RouteLink(String route, String text) {
        this(route);
        setText(text);
    }

    protected RouteLink(String route) {
        setHref(route.isEmpty() ? "." : route);
        setRouterIgnore(false);
        getElement().setAttribute("router-link", "");
    }

    /** The path of a view that the caller does see. */
    public static String routeOf(Class<? extends Component> view) {
        return RouteConfiguration.forSessionScope().getUrl(view);
    }
}
