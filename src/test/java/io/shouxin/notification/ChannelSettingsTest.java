package io.shouxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.notification.HttpSettings.Format;
import io.shouxin.notification.HttpSettings.Method;
import io.shouxin.notification.SmtpSettings.Security;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be entered for a channel, and what is refused at which field. */
class ChannelSettingsTest {

    private static final String BODY = "{\"to\":\"{phone}\",\"text\":\"{text}\"}";

    private static HttpSettings http(String url, String headers, String body, String secret) {
        return new HttpSettings(url, Method.POST, Format.JSON, headers, body, new Secret(secret), "", "", false);
    }

    private static SmtpSettings smtp(String host, Security security) {
        return new SmtpSettings(host, 587, security, "u", new Secret("p"), "a@firm.example", "");
    }

    private static void refused(String field, Runnable entering) {
        assertThatThrownBy(entering::run).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.pointer()).isEqualTo(field);
            assertThat(Texts.chinese().has(e.textKey())).as(e.textKey()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sms.example/send",
                "ftp://sms.example/",
                "https://user:pass@sms.example/",
                "https:///send",
                "https://127.1/",
                "http://localhost.evil.example/",
                "https://sms.example/?to={phone}",
                "sms.example"
            })
    void an_address_must_be_encrypted_whole_and_without_places(String url) {
        refused("url", () -> http(url, "", BODY, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://sms.example/send?v=2", "http://localhost:9000/", "http://127.0.0.1/", "http://[::1]/x"})
    void encrypted_addresses_and_this_machine_are_taken(String url) {
        assertThat(http(url, "", BODY, "").url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: x",
                "content-length: 3",
                "no colon",
                "X-名: x",
                "X-Text: {text}",
                "X-Phone: {phone}",
                "Bad Name: x"
            })
    void headers_hold_neither_people_nor_what_is_ours_to_set(String headers) {
        refused("headers", () -> http("https://sms.example/", headers, BODY, "s"));
    }

    @Test
    void a_secret_in_a_header_must_be_what_a_header_can_hold() {
        refused("secret", () -> http("https://sms.example/", "A: {secret}", BODY, "密钥"));
        refused("secret", () -> http("https://sms.example/", "A: {secret}", BODY, "a\r\nB: c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"to\":\"{phone}\"}", "{\"to\":\"{phone}\",\"t\":\"{text}\"", "{\"a\":\"{phone}{text}{name}\"}"
            })
    void a_body_must_be_readable_and_name_number_and_text(String body) {
        refused("body", () -> http("https://sms.example/", "", body, ""));
    }

    @Test
    void repeating_needs_a_key_that_the_gateway_can_recognise() {
        refused(
                "repeatable",
                () -> new HttpSettings(
                        "https://sms.example/", Method.POST, Format.JSON, "", BODY, Secret.NONE, "", "", true));
    }

    @Test
    void mail_goes_unencrypted_to_this_machine_only() {
        refused("security", () -> smtp("mail.example", Security.NONE));
        refused("security", () -> smtp("127.1", Security.NONE));
        assertThat(smtp("localhost", Security.NONE).host()).isEqualTo("localhost");
    }

    @Test
    void a_kept_secret_follows_no_change_of_the_machine_that_is_told_it() {
        SmtpSettings mail = smtp("mail.example", Security.TLS);
        refused(
                "password",
                () -> smtp("mail.evil.example", Security.TLS).withoutSecrets().keepingSecretsOf(mail));
        assertThat(smtp("MAIL.example", Security.STARTTLS).withoutSecrets().keepingSecretsOf(mail))
                .extracting(kept -> ((SmtpSettings) kept).password())
                .isEqualTo(new Secret("p"));

        HttpSettings gateway = http("https://sms.example/send", "A: {secret}", BODY, "s3cret");
        for (String other : List.of("https://evil.example/send", "https://sms.example:8443/send")) {
            refused("secret", () -> http(other, "A: {secret}", BODY, "").keepingSecretsOf(gateway));
        }
        assertThat(http("https://sms.example/v2", "A: {secret}", BODY, "").keepingSecretsOf(gateway))
                .extracting(kept -> ((HttpSettings) kept).secret())
                .isEqualTo(new Secret("s3cret"));
    }

    @Test
    void a_secret_that_is_of_no_use_any_more_is_not_kept() {
        HttpSettings gateway = http("https://sms.example/send", "A: {secret}", BODY, "s3cret");
        HttpSettings open = http("https://other.example/send", "", BODY, "");
        assertThat(open.keepingSecretsOf(gateway)).isEqualTo(open);
        SmtpSettings nobody =
                new SmtpSettings("other.example", 587, Security.TLS, "", Secret.NONE, "a@firm.example", "");
        assertThat(nobody.keepingSecretsOf(smtp("mail.example", Security.TLS))).isEqualTo(nobody);
    }

    @Test
    void a_senders_name_cannot_bring_in_headers() {
        refused(
                "fromName",
                () -> new SmtpSettings(
                        "mail.example", 587, Security.TLS, "", Secret.NONE, "a@firm.example", "x\r\nBcc: y@z.example"));
        refused(
                "from",
                () -> new SmtpSettings("mail.example", 587, Security.TLS, "", Secret.NONE, "a@b.example\r\nX: y", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code|code|code",
                "received|number，date|number, date",
                "received|no = number , d=date|no=number, d=date"
            })
    void places_are_read_as_people_write_them(String notice, String typed, String read) {
        assertThat(TemplateUse.read("f", notice, " SMS_1 ", typed).placesText()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"code|number", "received|code", "received|number date", "code|1=code"})
    void places_that_a_notice_does_not_have_are_refused(String notice, String typed) {
        refused("f", () -> TemplateUse.read("f", notice, "SMS_1", typed));
    }

    @Test
    void a_notice_without_an_english_template_goes_out_by_the_chinese_one() {
        TemplateUse chinese = TemplateUse.read("f", "code", "1", "code");
        TemplateUse english = TemplateUse.read("f", "code", "2", "code");
        assertThat(new Templates(Map.of("code", chinese)).find("code", "en")).contains(chinese);
        assertThat(new Templates(Map.of("code", chinese, "code.en", english)).find("code", "en"))
                .contains(english);
        assertThat(new Templates(Map.of("code", chinese)).find("received", "zh"))
                .isEmpty();
    }

    @Test
    void settings_are_kept_as_they_are_and_shown_without_secrets() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<ChannelSettings> all = List.of(
                smtp("mail.example", Security.TLS),
                http("https://sms.example/", "A: {secret}", BODY, "s3cret"),
                new AliyunSettings(
                        "id",
                        new Secret("s3cret"),
                        "某某",
                        new Templates(Map.of("code", TemplateUse.read("f", "code", "SMS_1", "c=code")))),
                new TencentSettings("id", new Secret("s3cret"), "1400006666", "ap-guangzhou", "某某", Templates.NONE));
        for (ChannelSettings each : all) {
            assertThat(json.readValue(json.writeValueAsBytes(each), each.kind().settings()))
                    .isEqualTo(each);
            assertThat(each.toString()).doesNotContain("s3cret");
            assertThat(json.writeValueAsString(each.withoutSecrets())).doesNotContain("s3cret", "\"p\"");
            assertThat(each.withoutSecrets().keepingSecretsOf(each)).isEqualTo(each);
        }
    }
}
