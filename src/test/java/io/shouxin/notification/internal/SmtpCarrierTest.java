package io.shouxin.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Secret;
import io.shouxin.notification.SmtpSettings;
import io.shouxin.notification.SmtpSettings.Security;
import io.shouxin.notification.StubMailServer;
import io.shouxin.notification.StubMailServer.Step;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail, and servers that refuse, hang, dribble or hang up at every step. */
class SmtpCarrierTest {

    private static final String KEY = "message:6f1c1d9a-0000-4000-8000-000000000001:1";

    private final StubMailServer server = new StubMailServer();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        server.close();
        watch.shutdownNow();
    }

    private SmtpCarrier carrier() {
        return carrier("127.0.0.1", Security.NONE);
    }

    private SmtpCarrier carrier(String host, Security security) {
        return new SmtpCarrier(
                new SmtpSettings(
                        host,
                        server.port(),
                        security,
                        "clerk",
                        new Secret("pass word"),
                        "privacy@firm.example",
                        "某某房产"),
                Parcels.SHORT,
                watch);
    }

    private static Parcel parcel() {
        return new Parcel(
                KEY,
                "client@example.com",
                "某某房产：关于您的申请 SC-2026-000482",
                "您的申请已办结。\n.\n答复可在办理进度页下载。",
                "answered.COMPLETED",
                "zh",
                Map.of(),
                Parcels.NOW);
    }

    @Test
    void a_mail_arrives_whole_with_our_key_as_its_id() throws Exception {
        assertThat(carrier().send(parcel()))
                .isEqualTo(new Handover.Taken("<" + KEY.replace(':', '.') + "@firm.example>"));

        assertThat(server.mails()).hasSize(1);
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.mails().get(0).getBytes(StandardCharsets.UTF_8)));
        assertThat(mail.getSubject()).isEqualTo("某某房产：关于您的申请 SC-2026-000482");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("privacy@firm.example", "某某房产", "UTF-8"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("client@example.com"));
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("您的申请已办结。\n.\n答复可在办理进度页下载。");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(server.commands().get(1))
                .isEqualTo("AUTH PLAIN "
                        + Base64.getEncoder()
                                .encodeToString("clerk\0clerk\0pass word".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH, 535 no, CREDENTIALS, ''",
        "RCPT, 550 no such user, ADDRESS_REFUSED, SMTP550",
        "RCPT, 450 mailbox busy, RECIPIENT_LIMIT, SMTP450",
        "MAIL, 553 not your address, REFUSED, SMTP553",
        "DATA, 451 later, REFUSED, SMTP451",
        "END, 552 too big, REFUSED, SMTP552"
    })
    void each_refusal_is_told_apart(Step step, String answer, Failure failure, String code) {
        server.at(step, answer);
        assertThat(carrier().send(parcel())).isEqualTo(new Handover.Failed(failure, code));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"END"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_server_that_hangs_before_the_end_has_certainly_not_taken_the_mail(Step step) {
        for (String trouble : new String[] {StubMailServer.HANGS, StubMailServer.DRIBBLES, StubMailServer.HANGS_UP}) {
            server.at(step, trouble);
            assertThat(carrier().send(parcel()))
                    .as(trouble)
                    .isInstanceOfSatisfying(
                            Handover.Failed.class,
                            failed -> assertThat(failed.failure().isUnknown()).isFalse());
        }
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void a_server_that_hangs_after_the_end_may_have_taken_it() {
        for (String trouble : new String[] {StubMailServer.HANGS, StubMailServer.DRIBBLES, StubMailServer.HANGS_UP}) {
            server.at(Step.END, trouble);
            assertThat(carrier().send(parcel())).as(trouble).isEqualTo(new Handover.Failed(Failure.NO_ANSWER));
        }
        assertThat(server.mails()).hasSize(3);
    }

    @Test
    void where_nobody_listens_nothing_went_out() {
        server.close();
        assertThat(carrier().send(parcel())).isEqualTo(new Handover.Failed(Failure.UNREACHABLE));
    }

    /** 127.1 is this machine, too, but not in so many words: what is not certainly here must be encrypted. */
    @Test
    void without_encryption_no_password_and_no_mail_leaves_the_machine() {
        assertThat(carrier("127.1", Security.STARTTLS).send(parcel()))
                .isEqualTo(new Handover.Failed(Failure.TLS_REFUSED));
        assertThat(server.commands()).allMatch(command -> command.startsWith("EHLO") || command.startsWith("QUIT"));
    }

    @Test
    void a_server_that_speaks_no_tls_where_tls_is_wanted_gets_nothing() {
        server.at(Step.GREETING, StubMailServer.HANGS_UP);
        assertThat(carrier("127.0.0.1", Security.TLS).send(parcel()))
                .isEqualTo(new Handover.Failed(Failure.TLS_REFUSED));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void nothing_that_can_be_printed_holds_the_password_or_the_address() {
        SmtpSettings settings = new SmtpSettings(
                "mail.example", 587, Security.STARTTLS, "u", new Secret("pass word"), "a@firm.example", "");
        assertThat(settings.toString()).doesNotContain("pass word");
        assertThat(parcel().toString()).doesNotContain("client@example.com", "已办结");
    }
}
