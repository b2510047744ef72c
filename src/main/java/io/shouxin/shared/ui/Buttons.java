package io.shouxin.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** The three buttons of the product; at most one primary button stands on a page. */
public final class Buttons {

    private Buttons() {}

    public static Button primary(String text, Runnable action) {
        Button button = quiet(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    public static Button quiet(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.setDisableOnClick(false);
        return button;
    }

    public static Button small(String text, Runnable action) {
        Button button = quiet(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** A button that reads like a link: 修改, 显示, 没有收到？ */
    public static Button link(String text, Runnable action) {
        Button button = quiet(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return button;
    }

    /** For what cannot be undone. */
    public static Button danger(String text, Runnable action) {
        Button button = quiet(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return button;
    }
}
