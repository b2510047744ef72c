package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;

/** List and detail beside each other: the inbox, cases, people. The list's rows are {@link ListRow}s or a grid. */
public final class SplitPage extends Section {

    private final Div list = new Div();
    private final Div detail = new Div();

    public SplitPage() {
        addClassName("split-page");
        list.addClassName("split-list");
        detail.addClassName("split-detail");
        add(list, detail);
    }

    public SplitPage list(Component... parts) {
        list.removeAll();
        list.add(parts);
        return this;
    }

    public SplitPage detail(Component part) {
        detail.removeAll();
        detail.add(part);
        return this;
    }
}
