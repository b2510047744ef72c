package io.shouxin.shared.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** What happened to a case, for staff: newest first, who, what, when (经过). */
public final class EventLog extends OrderedList {

    public EventLog() {
        addClassName("event-log");
    }

    public EventLog event(String who, String what, Instant when) {
        Span actor = new Span(who);
        actor.addClassName("who");
        ListItem item = new ListItem(actor, new Span(" " + what + Dotted.DOT), new TimeText(when));
        add(item);
        return this;
    }
}
