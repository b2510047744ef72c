package io.shouxin.notification.internal;

import io.shouxin.notification.Medium;
import io.shouxin.notification.Messages;
import io.shouxin.notification.StaffAddresses;
import io.shouxin.notification.StaffMessage;
import io.shouxin.notification.StaffMessages;
import java.util.UUID;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Members of the firm are written to by the mail channels that an administrator has set up, where no other way is built in. */
@Component
@Fallback
class MailToStaff implements StaffMessages {

    private final Messages messages;
    private final StaffAddresses addresses;

    MailToStaff(Messages messages, StaffAddresses addresses) {
        this.messages = messages;
        this.addresses = addresses;
    }

    @Override
    public boolean reaches(UUID account) {
        return messages.canReach(Medium.MAIL) && addresses.mailboxOf(account).isPresent();
    }

    /** Puts it among the messages that wait, so that no transaction waits for a mail server. */
    @Override
    public void deliver(StaffMessage message) {
        messages.sendToStaff(message, addresses.mailboxOf(message.account()).orElseThrow());
    }
}
