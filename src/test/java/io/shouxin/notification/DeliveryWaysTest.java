package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.effect.Effect;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.notification.MessageView.Settled;
import io.shouxin.notification.StubGateway.Trouble;
import io.shouxin.notification.StubMailServer.Step;
import io.shouxin.platform.KeyScope;
import io.shouxin.shared.Actor;
import io.shouxin.shared.StateRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which way a message takes, and what is kept and told of it. */
@ChannelTest
@ExtendWith(OutputCaptureExtension.class)
class DeliveryWaysTest extends DeliveryTest {

    @Autowired
    DeliveryWaysTest(BeanFactory beans) {
        super(beans);
    }

    @Test
    void who_has_a_number_gets_an_sms_and_the_log_says_so_without_it() {
        stage.sms(false);
        stage.mailChannel();
        UUID message = send(new Address(PHONE, MAILBOX));
        awaitState(MessageState.SENT);

        assertThat(stage.gateway().calls()).hasSize(1);
        StubGateway.Call call = stage.gateway().calls().get(0);
        assertThat(call.body()).contains(PHONE, "SC-2026-000482", "message:" + message + ":1");
        assertThat(call.header("Authorization")).isEqualTo("Bearer " + ChannelStage.SECRET);
        assertThat(effect(message, 1)).isEqualTo(Effect.State.CONFIRMED);
        assertThat(logged(message)).containsExactly("MESSAGE_SENT QUEUED", "MESSAGE_SENT TAKEN");
        assertThat(stage.mail().mails()).isEmpty();
    }

    @Test
    void who_has_only_a_mailbox_gets_a_mail() {
        stage.sms(false);
        stage.mailChannel();
        send(Address.ofEmail(MAILBOX));
        awaitState(MessageState.SENT);
        assertThat(stage.mail().mails()).hasSize(1);
        assertThat(only().medium()).isEqualTo(Medium.MAIL);
        assertThat(stage.gateway().calls()).isEmpty();
    }

    @Test
    void a_notice_without_an_sms_template_goes_by_mail() {
        stage.mailChannel();
        stage.add(new Channels.Draft(
                "阿里云",
                new AliyunSettings(
                        "id",
                        new Secret("secret"),
                        "测试房产",
                        new Templates(Map.of("code", TemplateUse.read("f", "code", "SMS_1", "code")))),
                null,
                null));
        send(new Address(PHONE, MAILBOX));
        assertThat(only().medium()).isEqualTo(Medium.MAIL);
        assertThat(messages.canSendCodes()).isTrue();
        UUID lost = messages.send(new Outgoing(
                caseId,
                "received",
                "zh",
                Address.ofPhone(PHONE),
                KeyScope.caseFile(caseId),
                List.of("测试房产", "SC-2026-000482", "12 月 14 日"),
                null));
        assertThat(stateOf(lost)).isEqualTo("NO_CHANNEL");
    }

    @Test
    void without_a_channel_somebody_must_tell_the_client_and_says_so() {
        UUID message = send(Address.ofPhone(PHONE));
        assertThat(messages.canSendCodes()).isFalse();
        assertThat(only().state()).isEqualTo(MessageState.NO_CHANNEL);
        assertThat(deliveries.undelivered(null, 100))
                .extracting(MessageView::id)
                .contains(message);
        assertThatThrownBy(() -> deliveries.sendAgain(caseId, message, Actor.SYSTEM))
                .isInstanceOf(StateRefused.class);

        deliveries.settle(caseId, message, Settled.TOLD_OTHERWISE, Actor.SYSTEM);

        assertThat(only().needsSomebody()).isFalse();
        assertThat(deliveries.undelivered(null, 100))
                .extracting(MessageView::id)
                .doesNotContain(message);
        assertThat(logged(message)).containsExactly("MESSAGE_SENT NO_CHANNEL", "NOTE_ADDED TOLD_OTHERWISE");
        assertThatThrownBy(() -> deliveries.settle(caseId, message, Settled.TOLD_OTHERWISE, Actor.SYSTEM))
                .isInstanceOf(StateRefused.class);
    }

    @Test
    void nothing_of_a_person_or_a_secret_reaches_the_log_or_lies_open(CapturedOutput output) {
        stage.sms(false);
        stage.mailChannel();
        stage.gateway().has(Trouble.HANGS_UP);
        send(Address.ofPhone(PHONE));
        awaitState(MessageState.UNKNOWN);
        stage.mail().at(Step.DATA, "554 " + MAILBOX + " is a spammer");
        send(Address.ofEmail(MAILBOX));
        await().atMost(20, SECONDS)
                .until(() -> stage.mail().commands().stream().anyMatch(line -> line.startsWith("DATA")));

        assertThat(output.getAll()).doesNotContain(PHONE, MAILBOX, ChannelStage.SECRET);
        assertThat(rowsAsText("message", "ciphertext") + rowsAsText("message_channel", "settings"))
                .doesNotContain(PHONE, MAILBOX, ChannelStage.SECRET);
        assertThat(evidence.entries(caseId)).extracting(EvidenceView::toString).noneMatch(text -> text.contains(PHONE));
    }

    /** Ciphertext too, as the text that it would be if it were none. */
    private String rowsAsText(String table, String bytes) {
        return String.join(
                "\n",
                jdbc.sql("SELECT t::text || encode(coalesce(" + bytes + ", ''), 'escape') FROM " + table + " t")
                        .query(String.class)
                        .list());
    }
}
