package io.shouxin.notification.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.HttpSettings;
import io.shouxin.notification.HttpSettings.Format;
import io.shouxin.notification.HttpSettings.Method;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.UiTexts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Any gateway that takes an SMS by one HTTP call. */
final class HttpFields extends SettingsFields {

    private static final String USUAL_BODY = "{\"phone\": \"{phone}\", \"text\": \"{text}\", \"id\": \"{id}\"}";
    private static final String WIDE = "40em";

    private final TextField url;
    private final RadioButtonGroup<Method> method = Choices.one(UiTexts.text("channels.field.method"));
    private final RadioButtonGroup<Format> format = Choices.one(UiTexts.text("channels.field.format"));
    private final TextArea headers;
    private final TextArea body;
    private final PasswordField secret;
    private final TextField pointer;
    private final TextField expected;
    private final Checkbox repeatable = Choices.single(UiTexts.text("channels.field.repeatable"));

    HttpFields(@Nullable HttpSettings kept) {
        url = text("url", kept == null ? "https://" : kept.url());
        url.setWidth(WIDE);
        method.setItems(Method.values());
        method.setValue(kept == null ? Method.POST : kept.method());
        format.setItems(Format.values());
        format.setItemLabelGenerator(UiTexts.current()::label);
        format.setValue(kept == null ? Format.JSON : kept.format());
        headers = area("headers", kept == null ? "Authorization: Bearer {secret}" : kept.headers());
        body = area("body", kept == null ? USUAL_BODY : kept.body());
        secret = secret("secret", kept != null);
        pointer = text("pointer", kept == null ? "" : kept.pointer());
        expected = text("expected", kept == null ? "" : kept.expected());
        repeatable.setValue(kept != null && kept.repeatable());
        repeatable.setHelperText(UiTexts.text("channels.help.repeatable"));
        known("repeatable", repeatable);
        add(url, method, format, headers, body, secret, pointer, expected, repeatable);
    }

    private TextArea area(String name, String value) {
        TextArea area = new TextArea(UiTexts.text("channels.field." + name));
        area.setValue(value);
        area.setWidth(WIDE);
        help(name).ifPresent(area::setHelperText);
        return known(name, area);
    }

    @Override
    HttpSettings read() {
        return new HttpSettings(
                url.getValue().strip(),
                Objects.requireNonNullElse(method.getValue(), Method.POST),
                Objects.requireNonNullElse(format.getValue(), Format.JSON),
                headers.getValue(),
                body.getValue(),
                typed(secret),
                pointer.getValue(),
                expected.getValue(),
                repeatable.getValue());
    }
}
