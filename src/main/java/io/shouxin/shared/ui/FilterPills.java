package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** Ready-made views of a list with their counts, one of them chosen: 待我处理 14, 即将到期 2. */
public final class FilterPills extends Div {

    public FilterPills() {
        addClassName("filter-pills");
        getElement().setAttribute("role", "group");
    }

    /** @param count hidden when 0 */
    public FilterPills pill(String name, int count, boolean chosen, Runnable choose) {
        NativeButton pill = new NativeButton(count == 0 ? name : name + " " + count, click -> choose.run());
        pill.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        add(pill);
        return this;
    }
}
