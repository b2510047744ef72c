package io.shouxin.notification.internal;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Loopback;
import io.shouxin.notification.SmtpSettings;
import io.shouxin.notification.SmtpSettings.Security;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Mail by SMTP, encrypted but to this machine itself. The message id is made of our key, so that whoever must can find the mail in the
 * server's log.
 */
final class SmtpCarrier implements Carrier {

    private static final int FOR_GOOD = 5;
    private static final int HUNDRED = 100;

    private final SmtpSettings settings;
    private final Patience patience;
    private final ScheduledExecutorService watch;

    SmtpCarrier(SmtpSettings settings, Patience patience, ScheduledExecutorService watch) {
        this.settings = settings;
        this.patience = patience;
        this.watch = watch;
    }

    @Override
    public Handover send(Parcel parcel) {
        SmtpSockets sockets = new SmtpSockets();
        ScheduledFuture<?> end =
                watch.schedule(sockets::closeAll, patience.whole().toMillis(), TimeUnit.MILLISECONDS);
        Session session = Session.getInstance(properties(sockets));
        SmtpConnection connection = new SmtpConnection(session, new URLName("smtp", null, -1, null, null, null));
        try {
            return handOver(connection, message(session, parcel));
        } catch (UnsupportedEncodingException | MessagingException e) {
            return new Handover.Failed(Failure.ADDRESS_REFUSED);
        } finally {
            close(connection);
            end.cancel(false);
            sockets.closeAll();
        }
    }

    private Handover handOver(SmtpConnection connection, MimeMessage message) throws MessagingException {
        Address[] to = message.getRecipients(Message.RecipientType.TO);
        try {
            boolean signsIn = !settings.user().isEmpty();
            connection.connect(
                    settings.host(),
                    settings.port(),
                    signsIn ? settings.user() : null,
                    signsIn ? settings.password().value() : null);
        } catch (MessagingException e) {
            return new Handover.Failed(whyNotConnected(e));
        }
        try {
            connection.sendMessage(message, to);
            return new Handover.Taken(message.getMessageID());
        } catch (SendFailedException e) {
            return refused(e, connection);
        } catch (MessagingException e) {
            return broken(connection);
        }
    }

    private static Failure whyNotConnected(MessagingException problem) {
        if (problem instanceof AuthenticationFailedException) {
            return Failure.CREDENTIALS;
        }
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof SSLException
                    || String.valueOf(each.getMessage()).contains("STARTTLS")) {
                return Failure.TLS_REFUSED;
            }
        }
        return Failure.UNREACHABLE;
    }

    /** The server has answered with a code, or closed the connection where an answer was due. */
    private static Handover refused(SendFailedException problem, SmtpConnection connection) {
        int answer = 0;
        for (Exception each = problem; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address && address.getReturnCode() > 0) {
                return new Handover.Failed(
                        address.getReturnCode() / HUNDRED == FOR_GOOD
                                ? Failure.ADDRESS_REFUSED
                                : Failure.RECIPIENT_LIMIT,
                        "SMTP" + address.getReturnCode());
            }
            if (each instanceof SMTPSendFailedException refusal) {
                answer = Math.max(answer, refusal.getReturnCode());
            }
        }
        return answer > 0 ? new Handover.Failed(Failure.REFUSED, "SMTP" + answer) : broken(connection);
    }

    private static @Nullable Exception next(Exception problem) {
        return problem instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static Handover broken(SmtpConnection connection) {
        return new Handover.Failed(connection.endSent() ? Failure.NO_ANSWER : Failure.UNREACHABLE);
    }

    private MimeMessage message(Session session, Parcel parcel)
            throws MessagingException, UnsupportedEncodingException {
        String id = "<" + parcel.key().replace(':', '.')
                + settings.from().substring(settings.from().indexOf('@')) + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(
                settings.fromName().isEmpty()
                        ? new InternetAddress(settings.from(), true)
                        : new InternetAddress(settings.from(), settings.fromName(), StandardCharsets.UTF_8.name()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.to(), true));
        message.setSubject(parcel.subject(), StandardCharsets.UTF_8.name());
        message.setText(parcel.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(parcel.handedOverAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", parcel.language().equals("en") ? "en" : "zh-CN");
        message.saveChanges();
        return message;
    }

    private Properties properties(SmtpSockets sockets) {
        Properties properties = new Properties();
        String prefix = "mail.smtp.";
        properties.put(
                prefix + "connectiontimeout", String.valueOf(patience.connect().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(patience.answer().toMillis()));
        properties.put(prefix + "writetimeout", String.valueOf(patience.answer().toMillis()));
        properties.put(prefix + "auth", String.valueOf(!settings.user().isEmpty()));
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "sendpartial", "false");
        properties.put(
                prefix + "localhost", settings.from().substring(settings.from().indexOf('@') + 1));
        properties.put(prefix + "ssl.enable", String.valueOf(settings.security() == Security.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        boolean upgrades = settings.security() == Security.STARTTLS;
        properties.put(prefix + "starttls.enable", String.valueOf(upgrades));
        properties.put(prefix + "starttls.required", String.valueOf(upgrades && !Loopback.names(settings.host())));
        return properties;
    }

    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // it is closed
        }
    }
}
