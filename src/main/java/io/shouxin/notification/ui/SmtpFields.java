package io.shouxin.notification.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.SmtpSettings;
import io.shouxin.notification.SmtpSettings.Security;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.UiTexts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mail server. */
final class SmtpFields extends SettingsFields {

    private static final int SUBMISSION = 587;

    private final TextField host;
    private final IntegerField port = new IntegerField(UiTexts.text("channels.field.port"));
    private final RadioButtonGroup<Security> security = Choices.one(UiTexts.text("channels.field.security"));
    private final TextField user;
    private final PasswordField password;
    private final TextField from;
    private final TextField fromName;

    SmtpFields(@Nullable SmtpSettings kept) {
        host = text("host", kept == null ? "" : kept.host());
        port.setValue(kept == null ? SUBMISSION : kept.port());
        known("port", port);
        security.setItems(Security.values());
        security.setItemLabelGenerator(UiTexts.current()::label);
        security.setValue(kept == null ? Security.STARTTLS : kept.security());
        known("security", security);
        user = text("user", kept == null ? "" : kept.user());
        password = secret("password", kept != null);
        from = text("from", kept == null ? "" : kept.from());
        fromName = text("fromName", kept == null ? "" : kept.fromName());
        add(host, port, security, user, password, from, fromName);
    }

    @Override
    SmtpSettings read() {
        return new SmtpSettings(
                host.getValue(),
                Objects.requireNonNullElse(port.getValue(), 0),
                Objects.requireNonNullElse(security.getValue(), Security.STARTTLS),
                user.getValue(),
                typed(password),
                from.getValue(),
                fromName.getValue());
    }
}
