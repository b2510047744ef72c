package io.shouxin.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonObject;
import io.shouxin.shared.ui.SingleKeys;
import io.shouxin.testing.EmptyPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyPage.class)
class KeyLegendTest {

    private final Div page = new Div();

    @BeforeEach
    void openPage() {
        new SingleKeys(page).on("?", "键盘操作", KeyLegend::open).on("J", "下一件", () -> {});
        UI.getCurrent().add(page);
    }

    @Test
    void the_key_that_opens_it_closes_it() {
        press(page);
        Dialog legend = _get(Dialog.class);
        tellBrowser();
        assertThat(page.getElement().getNode().isInert())
                .as("the page behind it hears no keys")
                .isTrue();
        press(legend);
        assertThat(_find(Dialog.class)).isEmpty();
        tellBrowser();
        press(page);
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void it_closes_with_escape_and_names_every_key_of_the_page() {
        press(page);
        Dialog legend = _get(Dialog.class);
        assertThat(legend.isCloseOnEsc()).isTrue();
        assertThat(legend.getElement().getTextRecursively()).contains("下一件", "键盘操作");
    }

    private static void tellBrowser() {
        UI.getCurrent().getInternals().getStateTree().collectChanges(change -> {});
    }

    /** As the browser tells it: an event at the element whose keys are bound. */
    private static void press(Component where) {
        JsonObject data = Json.createObject();
        data.put("event.detail", "?");
        BasicUtilsKt._fireDomEvent(where, "single-key", data);
    }
}
