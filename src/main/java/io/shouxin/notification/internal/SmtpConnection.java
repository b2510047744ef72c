package io.shouxin.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Knows whether the end of the mail was sent. Before it no server may deliver anything; after it, and until the answer, nobody knows
 * (RFC 5321 section 4.1.1.4).
 */
final class SmtpConnection extends SMTPTransport {

    private volatile boolean endSent;

    SmtpConnection(Session session, URLName server) {
        super(session, server);
    }

    boolean endSent() {
        return endSent;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        endSent = true;
        super.finishData();
    }
}
