package io.shouxin.notification.internal;

import static io.shouxin.notification.internal.Parcels.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.notification.Failure;
import io.shouxin.notification.HttpSettings;
import io.shouxin.notification.HttpSettings.Format;
import io.shouxin.notification.HttpSettings.Method;
import io.shouxin.notification.Secret;
import io.shouxin.notification.StubGateway;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubGateway.Trouble;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCarrierTest {

    private static final String JSON_BODY = "{\"to\":\"{phone}\",\"content\":\"{text}\",\"id\":\"{id}\"}";

    private final StubGateway gateway = new StubGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private HttpCarrier json() {
        return carrier(gateway.address() + "/send", Format.JSON, JSON_BODY, "/code", "0");
    }

    private static HttpCarrier carrier(String url, Format format, String body, String pointer, String expected) {
        return new HttpCarrier(
                new HttpSettings(
                        url,
                        Method.POST,
                        format,
                        "Authorization: Bearer {secret}\nIdempotency-Key: {id}",
                        body,
                        new Secret("s3cret"),
                        pointer,
                        expected,
                        true),
                new WebCalls(Parcels.SHORT));
    }

    @Test
    void the_places_are_filled_so_that_the_body_stays_what_it_is() {
        gateway.answers(Reply.ok("{\"code\":0}"));

        assertThat(json().send(Parcels.code())).isEqualTo(new Handover.Taken(""));

        StubGateway.Call call = gateway.calls().get(0);
        assertThat(call.header("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(call.header("Idempotency-Key")).isEqualTo(KEY);
        assertThat(call.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(call.body())
                .isEqualTo("{\"to\":\"13507451170\",\"content\":\"【某某房产】\\\"验证码\\\" 204816\",\"id\":\"" + KEY + "\"}");
        assertThat(call.target().toString()).isEqualTo("/send");
    }

    @Test
    void a_form_is_encoded() {
        carrier(gateway.address().toString(), Format.FORM, "m={phone}&c={text}&i={id}&p={secret}", "", "")
                .send(Parcels.code());
        assertThat(gateway.calls().get(0).body())
                .startsWith("m=13507451170&c=%E3%80%90")
                .contains("%22+204816&i=message%3A", "&p=s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"code\":7}', REFUSED, 7",
        "200, '{}', BAD_ANSWER, HTTP200",
        "200, 'hello', BAD_ANSWER, HTTP200",
        "400, '', REFUSED, HTTP400",
        "401, '', CREDENTIALS, HTTP401",
        "403, '', CREDENTIALS, HTTP403",
        "302, '', REFUSED, HTTP302",
        "500, '', SERVER_ERROR, HTTP500"
    })
    void each_answer_is_told_apart(int status, String body, Failure failure, String code) {
        gateway.answers(Reply.of(status, body));
        assertThat(json().send(Parcels.code())).isEqualTo(new Handover.Failed(failure, code));
    }

    @Test
    void a_gateway_may_say_how_long_it_wants_to_be_left_alone() {
        gateway.answers(new Reply(429, Map.of("Retry-After", "120"), ""));
        assertThat(json().send(Parcels.code()))
                .isEqualTo(new Handover.Failed(Failure.THROTTLED, "HTTP429", Duration.ofMinutes(2)));
    }

    @Test
    void what_a_gateway_says_in_words_is_not_kept() {
        gateway.answers(Reply.ok("{\"code\":\"号码 13507451170 无效\"}"));
        assertThat(json().send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.REFUSED, ""));
    }

    @Test
    void a_redirection_leads_nowhere() {
        try (StubGateway other = new StubGateway()) {
            gateway.answers(new Reply(307, Map.of("Location", other.address().toString()), ""));
            json().send(Parcels.code());
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void a_gateway_that_hangs_is_given_up() {
        for (Trouble trouble : new Trouble[] {Trouble.HANGS, Trouble.TRICKLES, Trouble.HANGS_UP}) {
            gateway.has(trouble);
            assertThat(json().send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.NO_ANSWER));
        }
    }

    /** Only names that mean this machine in so many words may lead to it; 2130706433 and [::ffff:7f00:1] are 127.0.0.1, too. */
    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "[::ffff:7f00:1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "[fe80::1]"})
    void addresses_that_are_not_of_the_internet_are_not_called(String host) {
        HttpCarrier carrier =
                carrier("https://" + host + ":" + gateway.address().getPort() + "/", Format.JSON, JSON_BODY, "", "");
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.FORBIDDEN_TARGET));
        assertThat(gateway.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "169.254.1.1, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "0.1.2.3, false",
        "192.0.0.8, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "8.8.8.8, true",
        "::1, false",
        "::, false",
        "fc00::1, false",
        "fd12::1, false",
        "fe80::1, false",
        "ff02::1, false",
        "2002:7f00:1::, false",
        "64:ff9b::7f00:1, false",
        "2001:0:1::, false",
        "2400:3200::1, true"
    })
    void networks_are_told_apart(String address, boolean isPublic) throws UnknownHostException {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @Test
    void this_machine_may_be_named() throws UnknownHostException {
        assertThat(Targets.mayCall(URI.create("http://localhost:8080/"))).isTrue();
        assertThat(Targets.mayCall(URI.create("http://[::1]:8080/"))).isTrue();
    }
}
