package io.shouxin.notification.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.Templates;
import io.shouxin.notification.TencentSettings;
import org.jspecify.annotations.Nullable;

/** 腾讯云短信. */
final class TencentFields extends SettingsFields {

    private static final String USUAL_REGION = "ap-guangzhou";

    private final TextField secretId;
    private final PasswordField secretKey;
    private final TextField appId;
    private final TextField region;
    private final TextField signName;
    private final TemplateFields templates;

    TencentFields(@Nullable TencentSettings kept) {
        secretId = text("secretId", kept == null ? "" : kept.secretId());
        secretKey = secret("secretKey", kept != null);
        appId = text("appId", kept == null ? "" : kept.appId());
        region = text("region", kept == null ? USUAL_REGION : kept.region());
        signName = text("signName", kept == null ? "" : kept.signName());
        templates = new TemplateFields(this, kept == null ? Templates.NONE : kept.templates());
        add(secretId, secretKey, appId, region, signName, templates);
    }

    @Override
    TencentSettings read() {
        return new TencentSettings(
                secretId.getValue(),
                typed(secretKey),
                appId.getValue(),
                region.getValue(),
                signName.getValue(),
                templates.read());
    }
}
