package io.shouxin.notification.internal;

import static io.shouxin.notification.internal.Parcels.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.notification.AliyunSettings;
import io.shouxin.notification.Failure;
import io.shouxin.notification.Secret;
import io.shouxin.notification.StubGateway;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubGateway.Trouble;
import io.shouxin.testing.SetClock;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliyunCarrierTest {

    private final StubGateway gateway = new StubGateway();
    private final AliyunCarrier carrier = carrier(gateway.address());

    private static AliyunCarrier carrier(URI endpoint) {
        return new AliyunCarrier(
                new AliyunSettings("key-id", new Secret("key-secret"), "某某房产", Parcels.TEMPLATES),
                endpoint,
                new WebCalls(Parcels.SHORT),
                new SetClock(Parcels.NOW));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void a_code_goes_out_as_an_approved_template_and_the_receipt_is_kept() {
        gateway.answers(Reply.ok("{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"900619746936498440^0\"}"));

        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Taken("900619746936498440^0"));

        StubGateway.Call call = gateway.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.header("x-acs-action")).isEqualTo("SendSms");
        assertThat(call.header("x-acs-version")).isEqualTo("2017-05-25");
        assertThat(call.header("x-acs-date")).isEqualTo("2026-11-23T01:12:00Z");
        assertThat(call.header("Authorization"))
                .startsWith("ACS3-HMAC-SHA256 Credential=key-id,SignedHeaders=host;x-acs-action;")
                .doesNotContain("key-secret");
        assertThat(URLDecoder.decode(call.target().getRawQuery(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "OutId=" + KEY
                                + "&PhoneNumbers=13507451170&SignName=某某房产&TemplateCode=SMS_1&TemplateParam={\"code\":\"204816\"}");
    }

    @Test
    void places_go_by_the_providers_names() {
        gateway.answers(Reply.ok("{\"Code\":\"OK\"}"));
        carrier.send(Parcels.received());
        assertThat(URLDecoder.decode(gateway.calls().get(0).target().getRawQuery(), StandardCharsets.UTF_8))
                .contains("TemplateParam={\"no\":\"SC-2026-000482\",\"date\":\"12 月 14 日\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "403, SignatureDoesNotMatch, CREDENTIALS",
        "404, InvalidAccessKeyId.NotFound, CREDENTIALS",
        "200, isp.RAM_PERMISSION_DENY, CREDENTIALS",
        "200, isv.MOBILE_NUMBER_ILLEGAL, ADDRESS_REFUSED",
        "200, isv.BUSINESS_LIMIT_CONTROL, RECIPIENT_LIMIT",
        "200, isv.DAY_LIMIT_CONTROL, THROTTLED",
        "503, Throttling.User, THROTTLED",
        "200, isv.AMOUNT_NOT_ENOUGH, BALANCE",
        "200, isv.SMS_TEMPLATE_ILLEGAL, TEMPLATE_REFUSED",
        "200, isv.SOMETHING_NEW, REFUSED",
        "200, isp.SYSTEM_ERROR, SERVER_ERROR",
        "500, InternalError, SERVER_ERROR"
    })
    void each_answer_is_told_apart(int status, String code, Failure failure) {
        gateway.answers(Reply.of(status, "{\"Code\":\"" + code + "\",\"Message\":\"number 13507451170 is wrong\"}"));
        assertThat(carrier.send(Parcels.code())).isInstanceOfSatisfying(Handover.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(failure);
            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.toString()).doesNotContain("13507451170");
        });
    }

    @Test
    void without_a_template_nothing_is_called() {
        assertThat(carrier.send(Parcels.parcel("questionAsked", Map.of())))
                .isEqualTo(new Handover.Failed(Failure.TEMPLATE_MISSING));
        assertThat(gateway.calls()).isEmpty();
    }

    @Test
    void where_nobody_listens_nothing_went_out() {
        gateway.close();
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.UNREACHABLE));
    }

    @Test
    void without_an_answer_nobody_knows() {
        gateway.has(Trouble.HANGS);
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.NO_ANSWER));
        gateway.has(Trouble.HANGS_UP);
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.NO_ANSWER));
        gateway.answers(Reply.of(502, "<html>bad gateway</html>"));
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.SERVER_ERROR));
        gateway.answers(Reply.ok("<html>hello</html>"));
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.BAD_ANSWER));
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        gateway.has(Trouble.TRICKLES);
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.NO_ANSWER));
    }

    @Test
    void what_went_out_without_an_answer_is_found_by_our_key() {
        gateway.answers(Reply.ok("""
                {"Code":"OK","TotalCount":2,"SmsSendDetailDTOs":{"SmsSendDetailDTO":[
                  {"OutId":"another","SendStatus":3},{"OutId":"%s","SendStatus":3}]}}""".formatted(KEY)));
        assertThat(carrier.find(Parcels.code())).contains("OutId:" + KEY);
        assertThat(gateway.calls().get(0).target().getRawQuery())
                .contains("SendDate=20261123", "PhoneNumber=13507451170");
    }

    @Test
    void what_the_provider_does_not_know_is_not_found() {
        gateway.answers(Reply.ok("{\"Code\":\"OK\",\"TotalCount\":0,\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[]}}"));
        assertThat(carrier.find(Parcels.code())).isEmpty();
        gateway.has(Trouble.HANGS);
        assertThat(carrier.find(Parcels.code())).isEmpty();
    }
}
