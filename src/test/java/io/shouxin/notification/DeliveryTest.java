package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.effect.Effect;
import io.shouxin.effect.Effects;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.notification.ChannelStage.Stage;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.platform.KeyScope;
import io.shouxin.testing.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages on their way to a client and about a case, through channels of the {@link ChannelStage}. */
abstract class DeliveryTest {

    static final String PHONE = "13507451170";
    static final String MAILBOX = "client@example.com";
    static final Reply TAKEN = Reply.ok("{\"code\":0}");

    final Stage stage;
    final Messages messages;
    final Deliveries deliveries;
    final EvidenceReader evidence;
    final JdbcClient jdbc;
    final SetClock clock;
    final UUID caseId = UUID.randomUUID();
    private final Effects effects;

    DeliveryTest(BeanFactory beans) {
        this.stage = beans.getBean(Stage.class);
        this.messages = beans.getBean(Messages.class);
        this.deliveries = beans.getBean(Deliveries.class);
        this.evidence = beans.getBean(EvidenceReader.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(SetClock.class);
        this.effects = beans.getBean(Effects.class);
    }

    @BeforeEach
    void open() {
        stage.open();
        stage.gateway().answers(TAKEN);
    }

    UUID send(Address to) {
        return messages.send(new Outgoing(
                caseId,
                "answered.COMPLETED",
                "zh",
                to,
                KeyScope.caseFile(caseId),
                List.of("测试房产", "SC-2026-000482"),
                null));
    }

    UUID sendCode() {
        return messages.send(new Outgoing(
                null,
                Notices.CODE,
                "zh",
                Address.ofPhone(PHONE),
                KeyScope.firm("one-time-code-messages"),
                List.of("测试房产", "204816"),
                Duration.ofMinutes(10)));
    }

    MessageView only() {
        return deliveries.ofCase(caseId).get(0);
    }

    void awaitState(MessageState state) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(only().state()).isEqualTo(state));
    }

    String stateOf(UUID message) {
        return jdbc.sql("SELECT state FROM message WHERE id = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    Effect.State effect(UUID message, int round) {
        return effects.get("message:" + message + ":" + round).state();
    }

    List<String> logged(UUID message) {
        return evidence.entries(caseId).stream()
                .filter(entry -> message.toString().equals(entry.targetId()))
                .map(entry -> entry.kind() + " " + entry.outcome())
                .toList();
    }

    void awaitFailure(@Nullable Failure failure) {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                        stage.asAdmin(() -> stage.channels().all())
                                .get(0)
                                .health()
                                .lastFailure())
                .isEqualTo(failure));
    }
}
