package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shouxin.effect.Effect;
import io.shouxin.effect.Effects;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceView;
import io.shouxin.notification.ChannelStage.Stage;
import io.shouxin.notification.MessageView.Settled;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubGateway.Trouble;
import io.shouxin.notification.StubMailServer.Step;
import io.shouxin.platform.KeyScope;
import io.shouxin.shared.Actor;
import io.shouxin.shared.StateRefused;
import io.shouxin.testing.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages on their way: each once, whatever the other side does, and what nobody knows is shown to a person. */
@ChannelTest
@ExtendWith(OutputCaptureExtension.class)
class DeliveryTest {

    private static final String PHONE = "13507451170";
    private static final String MAILBOX = "client@example.com";
    private static final Reply TAKEN = Reply.ok("{\"code\":0}");

    private final Stage stage;
    private final Messages messages;
    private final Deliveries deliveries;
    private final Effects effects;
    private final EvidenceReader evidence;
    private final JdbcClient jdbc;
    private final SetClock clock;
    private final UUID caseId = UUID.randomUUID();

    @Autowired
    DeliveryTest(
            Stage stage,
            Messages messages,
            Deliveries deliveries,
            Effects effects,
            EvidenceReader evidence,
            JdbcClient jdbc,
            SetClock clock) {
        this.stage = stage;
        this.messages = messages;
        this.deliveries = deliveries;
        this.effects = effects;
        this.evidence = evidence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void open() {
        stage.open();
        stage.gateway().answers(TAKEN);
    }

    private UUID send(Address to) {
        return messages.send(new Outgoing(
                caseId,
                "answered.COMPLETED",
                "zh",
                to,
                KeyScope.caseFile(caseId),
                List.of("测试房产", "SC-2026-000482"),
                null));
    }

    private UUID sendCode() {
        return messages.send(new Outgoing(
                null,
                Notices.CODE,
                "zh",
                Address.ofPhone(PHONE),
                KeyScope.firm("one-time-code-messages"),
                List.of("测试房产", "204816"),
                Duration.ofMinutes(10)));
    }

    private MessageView only() {
        return deliveries.ofCase(caseId).get(0);
    }

    private void awaitState(MessageState state) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(only().state()).isEqualTo(state));
    }

    private String stateOf(UUID message) {
        return jdbc.sql("SELECT state FROM message WHERE id = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    private Effect.State effect(UUID message, int round) {
        return effects.get("message:" + message + ":" + round).state();
    }

    private List<String> logged(UUID message) {
        return evidence.entries(caseId).stream()
                .filter(entry -> message.toString().equals(entry.targetId()))
                .map(entry -> entry.kind() + " " + entry.outcome())
                .toList();
    }

    private void awaitFailure(@Nullable Failure failure) {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                        stage.asAdmin(() -> stage.channels().all())
                                .get(0)
                                .health()
                                .lastFailure())
                .isEqualTo(failure));
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
    void what_was_refused_for_now_is_tried_again_and_goes_out_once() {
        UUID channel = stage.sms(false);
        stage.gateway().answers(new Reply(429, Map.of(), ""));
        UUID message = send(Address.ofPhone(PHONE));
        awaitFailure(Failure.THROTTLED);
        await().atMost(20, SECONDS).until(() -> stateOf(message).equals("QUEUED"));
        assertThat(effect(message, 1)).isEqualTo(Effect.State.PLANNED);
        assertThat(stage.asAdmin(() -> stage.channels().get(channel)).health().restsUntil())
                .isNotNull();
        int before = stage.gateway().calls().size();

        stage.gateway().answers(TAKEN);
        clock.advance(Duration.ofMinutes(20));
        awaitState(MessageState.SENT);

        assertThat(stage.gateway().calls()).hasSize(before + 1);
        awaitFailure(null);
    }

    @Test
    void while_one_channel_rests_the_next_one_sends() throws Exception {
        try (StubGateway dead = new StubGateway()) {
            String gone = dead.address() + "/";
            dead.close();
            stage.add(new Channels.Draft(
                    "坏的",
                    new HttpSettings(
                            gone,
                            HttpSettings.Method.POST,
                            HttpSettings.Format.JSON,
                            "",
                            "{\"to\":\"{phone}\",\"text\":\"{text}\"}",
                            Secret.NONE,
                            "",
                            "",
                            false),
                    null,
                    null));
        }
        clock.advance(Duration.ofSeconds(1));
        stage.sms(false);
        send(Address.ofPhone(PHONE));
        awaitState(MessageState.SENT);
        assertThat(stage.gateway().calls()).hasSize(1);
    }

    @Test
    void what_is_refused_for_good_waits_for_a_person() {
        stage.mailChannel();
        stage.mail().at(Step.RCPT, "550 no such user client@example.com");
        UUID message = send(Address.ofEmail(MAILBOX));
        awaitState(MessageState.FAILED);
        assertThat(only().failure()).isEqualTo(Failure.ADDRESS_REFUSED);
        assertThat(only().providerCode()).isEqualTo("SMTP550");
        assertThat(effect(message, 1)).isEqualTo(Effect.State.PLANNED);
        assertThat(logged(message)).containsExactly("MESSAGE_SENT QUEUED", "MESSAGE_FAILED ADDRESS_REFUSED");

        stage.mail().forget();
        deliveries.sendAgain(caseId, message, Actor.SYSTEM);
        awaitState(MessageState.SENT);
        assertThat(stage.mail().mails()).hasSize(1);
        assertThat(effect(message, 2)).isEqualTo(Effect.State.CONFIRMED);
    }

    @Test
    void what_may_have_gone_out_is_never_repeated_and_a_person_decides() {
        stage.sms(false);
        stage.gateway().answers(Reply.of(502, ""));
        UUID message = send(Address.ofPhone(PHONE));
        awaitState(MessageState.UNKNOWN);
        assertThat(only().failure()).isEqualTo(Failure.SERVER_ERROR);
        assertThat(effect(message, 1)).isEqualTo(Effect.State.SENT_UNKNOWN);

        stage.gateway().answers(TAKEN);
        clock.advance(Duration.ofDays(2));
        UUID other = sendCode();
        await().atMost(20, SECONDS).until(() -> stateOf(other).equals("SENT"));

        assertThat(stage.gateway().calls())
                .filteredOn(call -> call.body().contains(message.toString()))
                .hasSize(1);
        assertThat(only().state()).isEqualTo(MessageState.UNKNOWN);
        deliveries.settle(caseId, message, Settled.ARRIVED, Actor.SYSTEM);
        assertThat(effect(message, 1)).isEqualTo(Effect.State.CONFIRMED);
    }

    @Test
    void a_gateway_that_knows_repeats_is_asked_again_with_the_same_key() {
        stage.sms(true);
        stage.gateway().answers(Reply.of(502, ""));
        UUID message = send(Address.ofPhone(PHONE));
        awaitFailure(Failure.SERVER_ERROR);
        await().atMost(20, SECONDS).until(() -> stateOf(message).equals("QUEUED"));
        stage.gateway().answers(TAKEN);
        clock.advance(Duration.ofMinutes(5));
        awaitState(MessageState.SENT);
        assertThat(stage.gateway().calls()).hasSizeGreaterThan(1).allMatch(call -> call.body()
                .contains("message:" + message + ":1"));
    }

    @Test
    void what_may_have_gone_out_through_one_channel_goes_through_no_other() {
        UUID first = stage.sms(true);
        stage.gateway().answers(Reply.of(502, ""));
        UUID message = send(Address.ofPhone(PHONE));
        awaitFailure(Failure.SERVER_ERROR);
        await().atMost(20, SECONDS).until(() -> stateOf(message).equals("QUEUED"));
        int before = stage.gateway().calls().size();

        stage.asAdmin(() -> {
            stage.channels().activate(first, false);
            return first;
        });
        stage.gateway().answers(TAKEN);
        stage.sms(true);
        clock.advance(Duration.ofHours(2));
        awaitState(MessageState.UNKNOWN);

        assertThat(stage.gateway().calls()).hasSize(before);
        assertThat(effect(message, 1)).isEqualTo(Effect.State.SENT_UNKNOWN);
    }

    @Test
    void a_code_whose_time_is_over_is_not_sent_any_more() {
        stage.sms(false);
        stage.gateway().answers(new Reply(429, Map.of("Retry-After", "900"), ""));
        UUID code = sendCode();
        awaitFailure(Failure.THROTTLED);
        await().atMost(20, SECONDS).until(() -> stateOf(code).equals("QUEUED"));
        stage.gateway().forget();
        clock.advance(Duration.ofMinutes(16));
        await().atMost(20, SECONDS).until(() -> stateOf(code).equals("FAILED"));
        assertThat(stage.gateway().calls()).isEmpty();
    }

    @Test
    void a_mail_server_that_hangs_holds_up_no_code() {
        stage.sms(false);
        stage.mailChannel();
        stage.mail().at(Step.EHLO, StubMailServer.DRIBBLES);
        for (int i = 0; i < 6; i++) {
            send(Address.ofEmail(MAILBOX));
        }
        await().atMost(20, SECONDS).until(() -> !stage.mail().commands().isEmpty());
        UUID code = sendCode();
        await().atMost(10, SECONDS).until(() -> stateOf(code).equals("SENT"));
        assertThat(stage.mail().mails()).isEmpty();
    }

    @Test
    void more_than_the_limit_waits() {
        stage.add(new Channels.Draft("网关", settings(), 2, null));
        for (int i = 0; i < 5; i++) {
            sendCode();
        }
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(statesOfAll())
                .containsExactly("QUEUED", "QUEUED", "QUEUED", "SENT", "SENT"));
        clock.advance(Duration.ofSeconds(61));
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(statesOfAll())
                .containsExactly("QUEUED", "SENT", "SENT", "SENT", "SENT"));
        assertThat(stage.gateway().calls()).hasSize(4);
    }

    private List<String> statesOfAll() {
        return jdbc.sql("SELECT state FROM message ORDER BY state")
                .query(String.class)
                .list();
    }

    private HttpSettings settings() {
        return new HttpSettings(
                stage.gateway().address() + "/send",
                HttpSettings.Method.POST,
                HttpSettings.Format.JSON,
                "",
                "{\"to\":\"{phone}\",\"text\":\"{text}\",\"id\":\"{id}\"}",
                Secret.NONE,
                "/code",
                "0",
                false);
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
