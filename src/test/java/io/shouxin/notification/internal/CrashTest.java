package io.shouxin.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.notification.Address;
import io.shouxin.notification.ChannelStage.Stage;
import io.shouxin.notification.ChannelTest;
import io.shouxin.notification.Deliveries;
import io.shouxin.notification.Failure;
import io.shouxin.notification.MessageState;
import io.shouxin.notification.MessageView;
import io.shouxin.notification.Messages;
import io.shouxin.notification.Outgoing;
import io.shouxin.notification.StubGateway;
import io.shouxin.notification.internal.MessageRows.Due;
import io.shouxin.platform.KeyScope;
import io.shouxin.platform.backup.DatabaseRestored;
import io.shouxin.testing.SetClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that ends between taking a message out and noting what became of it (docs/adr/0008). */
@ChannelTest
class CrashTest {

    private final Stage stage;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final Outbox outbox;
    private final MessageRows rows;
    private final DoubtAfterRestore restore;
    private final JdbcClient jdbc;
    private final SetClock clock;
    private final UUID caseId = UUID.randomUUID();

    @Autowired
    CrashTest(
            Stage stage,
            Messages messages,
            Deliveries deliveries,
            Dispatch dispatch,
            Outbox outbox,
            MessageRows rows,
            DoubtAfterRestore restore,
            JdbcClient jdbc,
            SetClock clock) {
        this.stage = stage;
        this.messages = messages;
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.outbox = outbox;
        this.rows = rows;
        this.restore = restore;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        stage.open();
        stage.gateway().answers(StubGateway.Reply.ok("{\"code\":0}"));
    }

    /** What is left in hand here nobody ends. */
    @AfterEach
    void close() {
        jdbc.sql("DELETE FROM message").update();
    }

    private UUID send() {
        stage.sms(false);
        return messages.send(new Outgoing(
                caseId,
                "answered.COMPLETED",
                "zh",
                Address.ofPhone("13507451170"),
                KeyScope.caseFile(caseId),
                List.of("测试房产", "SC-2026-000482"),
                null));
    }

    private MessageView only() {
        return deliveries.ofCase(caseId).get(0);
    }

    /** As a process leaves it that has taken the message out and perhaps called the gateway. */
    private UUID abandoned(boolean called) {
        UUID id = send();
        await().atMost(Duration.ofSeconds(20)).until(() -> only().state() == MessageState.SENT);
        stage.gateway().calls().clear();
        jdbc.sql(
                        "UPDATE message SET state = 'SENDING', sent_at = NULL, claimed_at = claimed_at - interval '1 hour' WHERE id = ?")
                .param(id)
                .update();
        jdbc.sql("UPDATE effect SET state = ?, confirmed_at = NULL WHERE key = ?")
                .params(called ? "SENT_UNKNOWN" : "PLANNED", "message:" + id + ":1")
                .update();
        return id;
    }

    @Test
    void what_was_not_handed_over_yet_goes_out() {
        abandoned(false);
        dispatch.reconcile();
        await().atMost(Duration.ofSeconds(20)).until(() -> only().state() == MessageState.SENT);
        assertThat(stage.gateway().calls()).hasSize(1);
    }

    @Test
    void what_may_have_been_handed_over_is_shown_to_a_person() {
        abandoned(true);
        dispatch.reconcile();
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(only().failure()).isEqualTo(Failure.INTERRUPTED);
        assertThat(only().needsSomebody()).isTrue();
        assertThat(stage.gateway().calls()).isEmpty();
    }

    @Test
    void a_process_that_wakes_up_late_sends_nothing_that_another_has_taken_up() {
        UUID id = abandoned(false);
        Due late = inHand(id);
        assertThat(outbox.handOver(late)).isTrue();
        jdbc.sql("UPDATE message SET claimed_at = claimed_at - interval '1 hour' WHERE id = ?")
                .param(id)
                .update();
        jdbc.sql("UPDATE effect SET state = 'PLANNED' WHERE key = ?")
                .param(late.key())
                .update();

        dispatch.reconcile();
        assertThat(outbox.handOver(late)).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> only().state() == MessageState.SENT);

        assertThat(outbox.handOver(late)).isFalse();
        assertThat(stage.gateway().calls()).hasSize(1);
    }

    /** As the process knows it that took it out. */
    private Due inHand(UUID id) {
        Due now = rows.lock(caseId, id).orElseThrow();
        return new Due(
                now.id(),
                now.caseId(),
                now.medium(),
                now.template(),
                now.language(),
                now.round(),
                now.attempts() - 1,
                now.lookups(),
                now.doubtful(),
                now.queuedAt(),
                now.expiresAt(),
                now.claimedAt(),
                now.channel());
    }

    @Test
    void what_waited_when_the_back_up_was_made_is_not_sent_after_a_restore() {
        abandoned(false);
        restore.restored(new DatabaseRestored(clock.instant()));
        dispatch.reconcile();
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(only().failure()).isEqualTo(Failure.RESTORED);
        assertThat(only().needsSomebody()).isTrue();
        assertThat(stage.gateway().calls()).isEmpty();
    }

    @Test
    void what_somebody_has_in_hand_just_now_is_left_alone() {
        UUID id = abandoned(true);
        jdbc.sql("UPDATE message SET claimed_at = ? WHERE id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        dispatch.reconcile();
        assertThat(only().state()).isEqualTo(MessageState.SENDING);
    }
}
