package io.shouxin.identity;

import io.shouxin.evidence.EvidenceEvent;
import io.shouxin.evidence.EvidenceKind;
import io.shouxin.evidence.EvidenceLog;
import io.shouxin.notification.Address;
import io.shouxin.notification.Medium;
import io.shouxin.notification.Messages;
import io.shouxin.notification.StaffAddresses;
import io.shouxin.shared.Actor;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes in which members of the firm get their digests, as an administrator has entered them. */
@Service
public class StaffMailboxes implements StaffAddresses {

    private final JdbcClient jdbc;
    private final AdministratorsOnly administrators;
    private final Messages messages;
    private final EvidenceLog evidence;

    StaffMailboxes(JdbcClient jdbc, AdministratorsOnly administrators, Messages messages, EvidenceLog evidence) {
        this.jdbc = jdbc;
        this.administrators = administrators;
        this.messages = messages;
        this.evidence = evidence;
    }

    @Override
    public Optional<String> mailboxOf(UUID account) {
        return jdbc.sql("""
                        SELECT mailbox FROM staff_mailbox JOIN staff_account ON id = account_id
                        WHERE account_id = ? AND active
                        """).param(account).query(String.class).optional();
    }

    /** Whether mail goes out at all. */
    public boolean canMail() {
        return messages.canReach(Medium.MAIL);
    }

    /**
     * @param mailbox blank to forget it
     * @throws InvalidInput if it is no mailbox
     * @throws NotFound if nobody has this account, or they have left
     */
    @Transactional
    public void change(UUID account, String mailbox) {
        Actor by = administrators.require("change a mailbox");
        String stripped = mailbox.strip();
        if (!stripped.isEmpty() && !Address.isMailbox(stripped)) {
            throw new InvalidInput("/mailbox", "channels.error.mailbox");
        }
        if (jdbc.sql("SELECT id FROM staff_account WHERE id = ? AND active FOR UPDATE")
                .param(account)
                .query(UUID.class)
                .list()
                .isEmpty()) {
            throw new NotFound("account", account);
        }
        if (stripped.isEmpty()) {
            forget(account);
        } else {
            jdbc.sql("""
                            INSERT INTO staff_mailbox (account_id, mailbox) VALUES (?, ?)
                            ON CONFLICT (account_id) DO UPDATE SET mailbox = excluded.mailbox
                            """).params(account, stripped).update();
        }
        evidence.append(EvidenceEvent.of(EvidenceKind.ACCOUNT_CHANGED, by)
                .target("account", account)
                .outcome(stripped.isEmpty() ? "MAILBOX_REMOVED" : "MAILBOX_CHANGED")
                .build());
    }

    /** Somebody has left. */
    void forget(UUID account) {
        jdbc.sql("DELETE FROM staff_mailbox WHERE account_id = ?")
                .param(account)
                .update();
    }
}
