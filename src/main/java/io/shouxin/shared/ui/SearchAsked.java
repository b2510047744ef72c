package io.shouxin.shared.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads to a page that searches, with what is to be searched for. It is handed over in memory: names and numbers of people belong in
 * no address, where histories and logs would keep them.
 */
public final class SearchAsked extends ComponentEvent<UI> {

    private record Waiting(String route, String text) {}

    private SearchAsked(UI ui) {
        super(ui, false);
    }

    /** Opens the page, or tells it if it is open already. */
    public static void ask(UI ui, String route, String text) {
        ComponentUtil.setData(ui, Waiting.class, new Waiting(route, text));
        ui.navigate(route);
        ComponentUtil.fireEvent(ui, new SearchAsked(ui));
    }

    /**
     * To be called by the page when it is attached: answers what waits for it, now and whenever something new is asked.
     *
     * @return what ends the subscription
     */
    public static Registration answer(UI ui, String route, Consumer<String> search) {
        take(ui, route).ifPresent(search);
        return ComponentUtil.addListener(
                ui, SearchAsked.class, asked -> take(ui, route).ifPresent(search));
    }

    private static Optional<String> take(UI ui, String route) {
        @Nullable Waiting waiting = ComponentUtil.getData(ui, Waiting.class);
        if (waiting == null || !waiting.route().equals(route)) {
            return Optional.empty();
        }
        ComponentUtil.setData(ui, Waiting.class, null);
        return Optional.of(waiting.text());
    }
}
