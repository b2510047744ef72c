package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubMailServer.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** When a message goes: channels that rest, hang or have a limit, and codes whose time runs out. */
@ChannelTest
class DeliveryPaceTest extends DeliveryTest {

    @Autowired
    DeliveryPaceTest(BeanFactory beans) {
        super(beans);
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
}
