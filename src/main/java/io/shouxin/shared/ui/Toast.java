package io.shouxin.shared.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/**
 * A passing word about something small and reversible; what matters gets a page or a {@link Notice} instead. At the top,
 * because the decision stands at the bottom, and at the end of the line, because the title stands at its start. On a phone the line
 * has no end: there it stands right above the actions of the page or of its sheet, and covers neither these nor the title.
 */
public final class Toast {

    private static final int READING_TIME_MS = 5_000;

    /** How far from the lower edge the topmost action bar begins that is seen; the style sheet places the word above it. */
    private static final String ABOVE_THE_ACTIONS = """
            const place = () => {
              const sheet = document.querySelector('.side-sheet:not([hidden]) .sheet-foot');
              const bars = sheet ? [sheet] : [...document.querySelectorAll('.decision-bar,.action-bar,.bulk-bar')];
              const tops = bars.map(bar => bar.getBoundingClientRect())
                .filter(box => box.height > 0 && box.top < innerHeight && box.bottom > innerHeight / 2)
                .map(box => innerHeight - box.top);
              document.documentElement.style.setProperty('--above-actions', Math.max(0, ...tops) + 'px');
            };
            place();
            setTimeout(place, 300);
            """;

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
        UI.getCurrent().getPage().executeJs(ABOVE_THE_ACTIONS);
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
