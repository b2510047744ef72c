package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.identity.StaffAdministration;
import io.shouxin.identity.StaffMailboxes;
import io.shouxin.notification.ChannelStage.Stage;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Digests of colleagues, which leave the house by mail where an administrator has set up mail and entered a mailbox. */
@ChannelTest
class StaffMailTest {

    private final Stage stage;
    private final StaffOutbox outbox;
    private final StaffMailboxes mailboxes;
    private final StaffAdministration administration;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    @Autowired
    StaffMailTest(
            Stage stage,
            StaffOutbox outbox,
            StaffMailboxes mailboxes,
            StaffAdministration administration,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.stage = stage;
        this.outbox = outbox;
        this.mailboxes = mailboxes;
        this.administration = administration;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        stage.open();
        jdbc.sql("DELETE FROM staff_message").update();
    }

    private UUID account(String username) {
        return stage.accounts().byUsername(username).orElseThrow().id();
    }

    private void enter(UUID account, String mailbox) {
        stage.asAdmin(() -> {
            mailboxes.change(account, mailbox);
            return account;
        });
    }

    private void write(UUID account, String topic) {
        transaction.executeWithoutResult(
                status -> outbox.write(account, "同事", topic, "3 件须留意", "SC-2026-000001\nSC-2026-000002"));
    }

    private String state(UUID account, String topic) {
        return jdbc.sql("SELECT state FROM staff_message WHERE account_id = ? AND topic = ?")
                .params(account, topic)
                .query(String.class)
                .single();
    }

    @Test
    void who_has_a_mailbox_gets_the_digest_once_as_soon_as_there_is_mail() {
        UUID clerk = account("clerk");
        UUID officer = account("officer");
        enter(clerk, " colleague@firm.example ");
        write(clerk, "without");
        assertThat(state(clerk, "without")).isEqualTo("NO_CHANNEL");

        stage.mailChannel();
        write(clerk, "with");
        write(officer, "with");
        outbox.deliverQueued();
        outbox.deliverQueued();
        assertThat(state(clerk, "with")).isEqualTo("SENT");
        assertThat(state(officer, "with")).as("no mailbox is known").isEqualTo("NO_CHANNEL");
        await().atMost(20, SECONDS)
                .until(() -> jdbc.sql("SELECT count(*) FROM message WHERE state = 'SENT'")
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(stage.mail().mails()).singleElement().asString().contains("To: colleague@firm.example");
        assertThat(jdbc.sql("SELECT count(*) FROM message").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void a_digest_does_not_wait_for_mail_that_was_switched_off_meanwhile() {
        UUID clerk = account("clerk");
        enter(clerk, "colleague@firm.example");
        UUID mail = stage.mailChannel();
        stage.asAdmin(() -> transaction.execute(status -> {
            outbox.write(clerk, "同事", "switched-off", "3 件须留意", "SC-2026-000001");
            stage.channels().activate(mail, false);
            return clerk;
        }));
        outbox.deliverQueued();
        assertThat(state(clerk, "switched-off")).isEqualTo("NO_CHANNEL");
    }

    @Test
    void a_mailbox_is_forgotten_with_the_account() {
        UUID third = account("third");
        enter(third, "third@firm.example");
        assertThat(mailboxes.mailboxOf(third)).contains("third@firm.example");
        stage.asAdmin(() -> {
            administration.leave(third, administration.member(third).version(), null);
            return third;
        });
        assertThat(mailboxes.mailboxOf(third)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM staff_mailbox WHERE account_id = ?")
                        .param(third)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void only_an_administrator_enters_mailboxes_and_only_what_is_one() {
        UUID clerk = account("clerk");
        assertThatThrownBy(() -> stage.firm().asStaff("officer", () -> {
                    mailboxes.change(clerk, "a@b.example");
                    return clerk;
                }))
                .isInstanceOf(AccessRefused.class);
        for (String wrong : new String[] {"clerk", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example"}) {
            assertThatThrownBy(() -> enter(clerk, wrong)).isInstanceOf(InvalidInput.class);
        }
        enter(clerk, "");
        assertThat(mailboxes.mailboxOf(clerk)).isEmpty();
    }
}
