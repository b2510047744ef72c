package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.effect.Effect;
import io.shouxin.notification.MessageView.Settled;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubMailServer.Step;
import io.shouxin.shared.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Each message once, whatever the other side does; what nobody knows is shown to a person. */
@ChannelTest
class DeliveryOnceTest extends DeliveryTest {

    @Autowired
    DeliveryOnceTest(BeanFactory beans) {
        super(beans);
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
}
