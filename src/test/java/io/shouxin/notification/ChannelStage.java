package io.shouxin.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.shouxin.identity.StaffAccount;
import io.shouxin.identity.StaffAccounts;
import io.shouxin.notification.Channels.Draft;
import io.shouxin.notification.HttpSettings.Format;
import io.shouxin.notification.HttpSettings.Method;
import io.shouxin.notification.SmtpSettings.Security;
import io.shouxin.shared.Role;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.SetClock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm that sets up channels: an administrator, a clock, an SMS gateway and a mail server. */
@TestConfiguration
public class ChannelStage {

    static final String SECRET = "s3cret-of-the-gateway";

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    @Bean(destroyMethod = "close")
    StubGateway gateway() {
        return new StubGateway();
    }

    @Bean(destroyMethod = "close")
    StubMailServer mailServer() {
        return new StubMailServer();
    }

    @Bean
    Stage stage(
            TestFirm firm,
            StaffAccounts accounts,
            Channels channels,
            StubGateway gateway,
            StubMailServer mail,
            JdbcClient jdbc) {
        return new Stage(firm, accounts, channels, gateway, mail, jdbc);
    }

    /** What every test of channels begins with. */
    public record Stage(
            TestFirm firm,
            StaffAccounts accounts,
            Channels channels,
            StubGateway gateway,
            StubMailServer mail,
            JdbcClient jdbc) {

        /** A firm without channels and messages. */
        public void open() {
            firm.open();
            if (accounts.byUsername("admin").isEmpty()) {
                accounts.create(
                        new StaffAccount(
                                UUID.randomUUID(), "admin", "admin", Set.of(Role.ADMINISTRATOR), Set.of(), true),
                        "secret");
            }
            awaitQuiet();
            for (Channels.Channel each : asAdmin(channels::all)) {
                asAdmin(() -> {
                    channels.remove(each.id());
                    return each;
                });
            }
            gateway.forget();
            mail.forget();
        }

        /**
         * Until nothing of an earlier test is on its way: a message in hand calls the outside even when its row is gone, and would be
         * counted among the calls of the next test. What hangs is let go.
         */
        private void awaitQuiet() {
            await("messages of an earlier test").atMost(20, SECONDS).until(() -> {
                gateway.forget();
                mail.forget();
                jdbc.sql("DELETE FROM message WHERE state <> 'SENDING'").update();
                return jdbc.sql("SELECT count(*) FROM message")
                                .query(Integer.class)
                                .single()
                        == 0;
            });
        }

        public <T> T asAdmin(Supplier<T> work) {
            return firm.asStaff("admin", work);
        }

        /** A gateway whose answer {@code {"code":0}} says that it has taken a message. */
        public UUID sms(boolean repeatable) {
            return add(new Draft(
                    "网关",
                    new HttpSettings(
                            gateway.address() + "/send",
                            Method.POST,
                            Format.JSON,
                            "Authorization: Bearer {secret}",
                            "{\"to\":\"{phone}\",\"text\":\"{text}\",\"id\":\"{id}\"}",
                            new Secret(SECRET),
                            "/code",
                            "0",
                            repeatable),
                    null,
                    null));
        }

        public UUID mailChannel() {
            return add(new Draft(
                    "邮件",
                    new SmtpSettings(
                            "localhost",
                            mail.port(),
                            Security.NONE,
                            "clerk",
                            new Secret(SECRET),
                            "privacy@firm.example",
                            "测试房产"),
                    null,
                    null));
        }

        public UUID add(Draft draft) {
            return asAdmin(() -> {
                UUID id = channels.add(draft);
                channels.activate(id, true);
                return id;
            });
        }
    }
}
