package io.shouxin.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/**
 * A passing word about something small and reversible; what matters gets a page or a {@link Notice} instead. At the top,
 * because the decision stands at the bottom, and at the end of the line, because the title stands at its start.
 */
public final class Toast {

    private static final int READING_TIME_MS = 5_000;

    /** The one that stands: a second takes its place instead of growing a pile over the page. */
    private record Standing(Notification notification) {}

    private Toast() {}

    public static Notification done(String text) {
        return show(text, NotificationVariant.LUMO_CONTRAST);
    }

    public static Notification problem(String text) {
        Notification notification = show(text, NotificationVariant.LUMO_ERROR);
        notification.setAssertive(true);
        return notification;
    }

    private static Notification show(String text, NotificationVariant variant) {
        Notification notification = new Notification(text, READING_TIME_MS, Notification.Position.TOP_END);
        notification.addThemeVariants(variant);
        replaceStanding(notification);
        notification.open();
        return notification;
    }

    private static void replaceStanding(Notification notification) {
        UI ui = UI.getCurrent();
        Standing before = ComponentUtil.getData(ui, Standing.class);
        if (before != null) {
            before.notification().close();
        }
        ComponentUtil.setData(ui, Standing.class, new Standing(notification));
    }
}
