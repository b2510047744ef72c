package io.shouxin.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.ChannelSettings;
import io.shouxin.notification.Secret;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.ui.UiTexts;
import java.util.HashMap;
import java.util.Map;

/** What one kind of channel must be told, as fields; each is found again by the name under which its value is refused. */
abstract class SettingsFields extends Div {

    private static final String WIDTH = "28em";

    private final Map<String, HasValidation> byName = new HashMap<>();

    SettingsFields() {
        addClassName("settings-form");
    }

    /** @throws InvalidInput for the first value that cannot be used */
    abstract ChannelSettings read();

    final TextField text(String name, String value) {
        TextField field = new TextField(UiTexts.text("channels.field." + name));
        field.setValue(value);
        field.setWidth(WIDTH);
        help(name).ifPresent(field::setHelperText);
        return known(name, field);
    }

    /** @param kept whether there is one already, which stays if nothing is typed */
    final PasswordField secret(String name, boolean kept) {
        PasswordField field = new PasswordField(UiTexts.text("channels.field." + name));
        field.setWidth(WIDTH);
        field.setRevealButtonVisible(false);
        field.getElement().setAttribute("autocomplete", "new-password");
        field.setHelperText(UiTexts.text(kept ? "channels.secret.kept" : "channels.secret.new"));
        return known(name, field);
    }

    static Secret typed(PasswordField field) {
        return new Secret(field.getValue());
    }

    final <F extends Component & HasValidation> F known(String name, F field) {
        byName.put(name, field);
        if (field instanceof HasSize sized && sized.getWidth() == null) {
            sized.setWidth(WIDTH);
        }
        return field;
    }

    static java.util.Optional<String> help(String name) {
        String key = "channels.help." + name;
        return UiTexts.current().has(key) ? java.util.Optional.of(UiTexts.text(key)) : java.util.Optional.empty();
    }

    /** Marks the field whose value was refused. */
    final void mark(InvalidInput refused) {
        byName.values().forEach(field -> field.setInvalid(false));
        HasValidation field = byName.get(refused.pointer());
        if (field != null) {
            field.setErrorMessage(UiTexts.text(refused.textKey(), refused.arguments()));
            field.setInvalid(true);
        }
    }
}
