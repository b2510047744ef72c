package io.shouxin.shared.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/**
 * Leads to a page that searches, with what is to be searched for. It is handed over in memory: names and numbers of people belong in
 * no address, where histories and logs would keep them.
 */
public final class SearchAsked extends ComponentEvent<UI> {

    private final String route;
    private final String text;

    private SearchAsked(UI ui, String route, String text) {
        super(ui, false);
        this.route = route;
        this.text = text;
    }

    /** Opens the page, unless it is open already, and tells it. */
    public static void ask(UI ui, String route, String text) {
        ui.navigate(route);
        ComponentUtil.fireEvent(ui, new SearchAsked(ui, route, text));
    }

    /**
     * To be called by the page when it is attached; it is told after its own opening is over, so that it may lead on.
     *
     * @return what ends the subscription
     */
    public static Registration listen(UI ui, String route, Consumer<String> search) {
        return ComponentUtil.addListener(ui, SearchAsked.class, asked -> {
            if (asked.route.equals(route)) {
                search.accept(asked.text);
            }
        });
    }
}
