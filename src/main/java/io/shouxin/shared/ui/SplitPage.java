package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;

/**
 * List and detail beside each other. Where there is no room for both, the list is shown until a row is chosen, and the detail has a way
 * back to it. The list's rows are {@link ListRow}s.
 */
public final class SplitPage extends Section {

    private final Div list = new Div();
    private final Div detail = new Div();
    private final Button back = Buttons.small(UiTexts.text("ui.back-to-list"), () -> showDetail(false));

    public SplitPage() {
        addClassName("split-page");
        list.addClassName("split-list");
        detail.addClassName("split-detail");
        back.addClassName("split-back");
        list.getElement()
                .addEventListener("click", chosen -> showDetail(true))
                .setFilter("event.target.closest('.list-row')");
        add(list, back, detail);
    }

    public SplitPage list(Component... parts) {
        list.removeAll();
        list.add(parts);
        return this;
    }

    /** Which of both is seen where there is no room for both. */
    public SplitPage showDetail(boolean shown) {
        setClassName("detail-open", shown);
        return this;
    }

    public SplitPage detail(Component part) {
        detail.removeAll();
        detail.add(part);
        return this;
    }
}
