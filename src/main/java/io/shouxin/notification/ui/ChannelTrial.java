package io.shouxin.notification.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.notification.Channels;
import io.shouxin.notification.Channels.Channel;
import io.shouxin.notification.Channels.Trial;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Medium;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.UiTexts;
import org.jspecify.annotations.Nullable;

/** Sends a test message through a channel and says in words what became of it. */
final class ChannelTrial extends Div {

    private final Channels channels;
    private final Channel channel;
    private final TextField to;
    private final Div result = new Div();

    ChannelTrial(Channels channels, Channel channel) {
        this.channels = channels;
        this.channel = channel;
        boolean mail = channel.settings().kind().medium() == Medium.MAIL;
        this.to = new TextField(UiTexts.text(mail ? "channels.try.mail" : "channels.try.sms"));
        to.setWidth("28em");
        addClassName("settings-form");
        result.getElement().setAttribute("aria-live", "polite");
        add(
                new Paragraph(
                        UiTexts.text("channels.try.what." + channel.settings().kind())),
                to,
                Buttons.quiet(UiTexts.text("channels.try.send"), this::send),
                result);
    }

    private void send() {
        result.removeAll();
        to.setInvalid(false);
        try {
            Texts texts = UiTexts.current();
            result.add(told(channels.tryOut(channel.id(), to.getValue(), texts.isChinese() ? "zh" : "en"), texts));
        } catch (InvalidInput e) {
            to.setErrorMessage(UiTexts.text(e.textKey(), e.arguments()));
            to.setInvalid(true);
        }
    }

    private static Notice told(Trial trial, Texts texts) {
        Failure failure = trial.failure();
        if (failure == null) {
            return Notice.done(
                    texts.get("channels.try.taken"),
                    trial.reference().isEmpty()
                            ? texts.get("channels.try.taken.what")
                            : texts.get("channels.try.taken.reference", trial.reference()));
        }
        return new Notice(
                failure.isUnknown() ? Chip.Tone.WARN : Chip.Tone.LATE,
                texts.get(
                        failure.isUnknown() ? "channels.try.unknown" : "channels.try.failed",
                        why(failure, trial.providerCode(), texts)),
                texts.get("channels.fix." + failure.name()));
    }

    /** The reason in words, and the provider's own code where there is one. */
    static String why(@Nullable Failure failure, String code, Texts texts) {
        if (failure == null) {
            return "";
        }
        return code.isEmpty() ? texts.label(failure) : texts.get("channels.failure.code", texts.label(failure), code);
    }
}
