package io.shouxin.notification;

import io.shouxin.shared.InvalidInput;
import java.util.regex.Pattern;

/**
 * A mail server.
 *
 * @param user empty for a server that asks for none
 * @param from the address that mails come from
 */
public record SmtpSettings(
        String host, int port, Security security, String user, Secret password, String from, String fromName)
        implements ChannelSettings {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,253}");
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_NAME = 60;

    /** How the connection is encrypted. Without encryption only this machine itself is talked to. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    public SmtpSettings {
        host = ChannelSettings.required(host, "host");
        ChannelSettings.require(HOST.matcher(host).matches(), "host", "channels.error.host");
        ChannelSettings.require(port > 0 && port <= LAST_PORT, "port", "channels.error.port");
        ChannelSettings.require(
                security != Security.NONE || Loopback.names(host), "security", "channels.error.unencrypted");
        user = user.strip();
        from = from.strip();
        ChannelSettings.require(Address.isMailbox(from), "from", "channels.error.mailbox");
        fromName = fromName.strip();
        ChannelSettings.require(
                fromName.length() <= LONGEST_NAME && fromName.chars().noneMatch(Character::isISOControl),
                "fromName",
                "channels.error.fromName");
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMTP;
    }

    @Override
    public boolean supports(String template, String language) {
        return true;
    }

    @Override
    public SmtpSettings withoutSecrets() {
        return with(Secret.NONE);
    }

    @Override
    public SmtpSettings keepingSecretsOf(ChannelSettings kept) {
        if (user.isEmpty()) {
            return with(Secret.NONE);
        }
        return kept instanceof SmtpSettings before
                ? with(ChannelSettings.secretFor(isSameMachine(before), password, before.password, "password"))
                : this;
    }

    private boolean isSameMachine(SmtpSettings other) {
        return host.equalsIgnoreCase(other.host) && port == other.port;
    }

    @Override
    public void requireSecrets() {
        if (!user.isEmpty() && password.isEmpty()) {
            throw new InvalidInput("password", "channels.error.required");
        }
    }

    private SmtpSettings with(Secret other) {
        return new SmtpSettings(host, port, security, user, other, from, fromName);
    }
}
