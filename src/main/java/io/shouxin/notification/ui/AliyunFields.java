package io.shouxin.notification.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.AliyunSettings;
import io.shouxin.notification.Templates;
import org.jspecify.annotations.Nullable;

/** 阿里云短信服务. */
final class AliyunFields extends SettingsFields {

    private final TextField accessKeyId;
    private final PasswordField accessKeySecret;
    private final TextField signName;
    private final TemplateFields templates;

    AliyunFields(@Nullable AliyunSettings kept) {
        accessKeyId = text("accessKeyId", kept == null ? "" : kept.accessKeyId());
        accessKeySecret = secret("accessKeySecret", kept != null);
        signName = text("signName", kept == null ? "" : kept.signName());
        templates = new TemplateFields(this, kept == null ? Templates.NONE : kept.templates());
        add(accessKeyId, accessKeySecret, signName, templates);
    }

    @Override
    AliyunSettings read() {
        return new AliyunSettings(
                accessKeyId.getValue(), typed(accessKeySecret), signName.getValue(), templates.read());
    }
}
