package io.shouxin.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.shouxin.shared.InvalidInput;

/** What a provider or server must be told. Values validate on construction, for a form as for a row. */
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface ChannelSettings permits SmtpSettings, AliyunSettings, TencentSettings, HttpSettings {

    ChannelKind kind();

    /** Whether this channel has what it needs to send the notice. */
    boolean supports(String template, String language);

    /** These settings for a screen: without secrets. */
    ChannelSettings withoutSecrets();

    /**
     * These settings with the kept secrets wherever none was typed. What leads to another machine needs its secrets typed again: whoever
     * may change an address must not thereby be told a secret.
     */
    ChannelSettings keepingSecretsOf(ChannelSettings kept);

    /** @throws InvalidInput if a secret that cannot be done without is missing */
    void requireSecrets();

    static String required(String value, String field) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new InvalidInput(field, "channels.error.required");
        }
        return stripped;
    }

    /** The secret as it is to be from now on: the typed one, or the kept one where it goes on to the same machine. */
    static Secret secretFor(boolean sameMachine, Secret typed, Secret kept, String field) {
        require(sameMachine || !typed.isEmpty() || kept.isEmpty(), field, "channels.error.secretAgain");
        return typed.or(kept);
    }

    static void require(boolean right, String field, String textKey, Object... arguments) {
        if (!right) {
            throw new InvalidInput(field, textKey, arguments);
        }
    }
}
