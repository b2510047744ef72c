package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands, told to its client: what is done and when, what happens now, what comes. */
public final class Timeline extends OrderedList {

    public Timeline() {
        addClassName("timeline");
    }

    public Timeline done(String title, Instant when, String detail) {
        return item("done", title, new TimeText(when), detail);
    }

    public Timeline done(String title, Instant when) {
        return item("done", title, new TimeText(when), "");
    }

    /** The present step; actions are what the client can do in it (补充材料). */
    public Timeline now(String title, String detail, Component... actions) {
        ListItem item = build("now", title, null, detail);
        item.getElement().setAttribute("aria-current", "step");
        if (actions.length > 0) {
            Div todo = new Div(actions);
            todo.addClassName("todo");
            item.add(todo);
        }
        return this;
    }

    public Timeline next(String title) {
        return item("next", title, null, "");
    }

    public Timeline next(String title, String detail) {
        return item("next", title, null, detail);
    }

    private Timeline item(String state, String title, @Nullable TimeText when, String detail) {
        build(state, title, when, detail);
        return this;
    }

    private ListItem build(String state, String title, @Nullable TimeText when, String detail) {
        Span name = new Span(title);
        name.addClassName("title");
        ListItem item = new ListItem(new Hidden(UiTexts.text("ui.timeline." + state)), name);
        item.addClassName(state);
        Span line = new Span();
        line.addClassName("detail");
        if (when != null) {
            line.add(when);
            line.add(detail.isEmpty() ? "" : " · ");
        }
        line.add(detail);
        if (when != null || !detail.isEmpty()) {
            item.add(line);
        }
        add(item);
        return item;
    }
}
