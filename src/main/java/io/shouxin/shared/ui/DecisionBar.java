package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;

/** The decisions at the foot of a staff page, each with its key; the keys work as long as the bar is on the page. */
public final class DecisionBar extends Footer {

    private final Div buttons = new Div();
    private final Div aside = new Div();
    private final SingleKeys keys;

    public DecisionBar() {
        addClassName("decision-bar");
        buttons.addClassName("buttons");
        aside.addClassName("aside");
        add(buttons, aside);
        keys = new SingleKeys(this).ofDecisions();
    }

    public DecisionBar primary(String text, String key, Runnable action) {
        button(text, key, action).addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keys.restsAfterUse(key);
        return this;
    }

    public DecisionBar secondary(String text, String key, Runnable action) {
        button(text, key, action);
        return this;
    }

    /** A button for callers that disable it later; its key then does nothing either. */
    public Button button(String text, String key, Runnable action) {
        Button button = Buttons.small("", action);
        Span words = new Span(new Span(text));
        words.addClassName("words");
        if (!key.isEmpty()) {
            words.add(new KeyHint(key));
            keys.on(key, text, () -> button.isEnabled() && button.isVisible() && !isCovered(), action);
            button.getElement().setAttribute("aria-keyshortcuts", key);
        }
        button.getElement().appendChild(words.getElement());
        buttons.add(button);
        return button;
    }

    /** While a sheet is open over the page, the bar behind it rests. */
    private boolean isCovered() {
        return getElement().hasAttribute("inert");
    }

    /** Something quiet at the right: 下一件：SC-2026-000489. */
    public DecisionBar aside(Component... parts) {
        aside.add(parts);
        return this;
    }

    /** Acts as if the key had been pressed. */
    public void press(String key) {
        keys.press(key);
    }

    /** Shows the buttons without use, until the bar is filled again. */
    public DecisionBar rest() {
        buttons.setEnabled(false);
        return this;
    }

    /** Removes every button and its key, to be filled again for another task. */
    public void clear() {
        buttons.removeAll();
        buttons.setEnabled(true);
        aside.removeAll();
        keys.clear();
    }
}
