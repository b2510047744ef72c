package io.shouxin.notification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.AliyunSettings;
import io.shouxin.notification.ChannelKind;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Channels.Channel;
import io.shouxin.notification.Channels.Draft;
import io.shouxin.notification.HttpSettings;
import io.shouxin.notification.SmtpSettings;
import io.shouxin.notification.TencentSettings;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.UiTexts;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A channel to fill in: its name, what its kind must be told, its limits. */
final class ChannelForm extends Div {

    private final Channels channels;
    private final @Nullable Channel kept;
    private final Consumer<UUID> saved;
    private final SettingsFields fields;
    private final TextField name;
    private final IntegerField perMinute = new IntegerField(UiTexts.text("channels.field.perMinute"));
    private final IntegerField perDay = new IntegerField(UiTexts.text("channels.field.perDay"));
    private final Div problems = new Div();

    /** @param kept the channel as it is, or null for a new one */
    ChannelForm(Channels channels, ChannelKind kind, @Nullable Channel kept, Consumer<UUID> saved) {
        this.channels = channels;
        this.kept = kept;
        this.saved = saved;
        this.fields = fields(kind, kept);
        this.name = fields.text("name", kept == null ? UiTexts.current().label(kind) : kept.name());
        perMinute.setValue(kept == null ? null : kept.perMinute());
        perDay.setValue(kept == null ? null : kept.perDay());
        perMinute.setHelperText(UiTexts.text("channels.help.limit"));
        fields.known("perMinute", perMinute);
        fields.known("perDay", perDay);
        fields.addComponentAsFirst(name);
        fields.add(perMinute, perDay);
        problems.addClassName("settings-problems");
        add(problems, fields, Buttons.primary(UiTexts.text("channels.save"), this::save));
    }

    private static SettingsFields fields(ChannelKind kind, @Nullable Channel kept) {
        Object settings = kept == null ? null : kept.settings();
        return switch (kind) {
            case SMTP -> new SmtpFields((SmtpSettings) settings);
            case ALIYUN -> new AliyunFields((AliyunSettings) settings);
            case TENCENT -> new TencentFields((TencentSettings) settings);
            case HTTP -> new HttpFields((HttpSettings) settings);
        };
    }

    private void save() {
        problems.removeAll();
        try {
            Draft draft = new Draft(name.getValue(), fields.read(), perMinute.getValue(), perDay.getValue());
            if (kept == null) {
                saved.accept(channels.add(draft));
            } else {
                channels.change(kept.id(), kept.version(), draft);
                saved.accept(kept.id());
            }
        } catch (InvalidInput e) {
            fields.mark(e);
            problems.add(ErrorBox.of(e));
        } catch (StateRefused e) {
            problems.add(new ErrorBox(UiTexts.text("channels.changed"), UiTexts.text("channels.changed.what")));
        }
    }
}
