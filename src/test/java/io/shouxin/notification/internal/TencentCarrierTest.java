package io.shouxin.notification.internal;

import static io.shouxin.notification.internal.Parcels.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.notification.Failure;
import io.shouxin.notification.Secret;
import io.shouxin.notification.StubGateway;
import io.shouxin.notification.StubGateway.Reply;
import io.shouxin.notification.StubGateway.Trouble;
import io.shouxin.notification.TencentSettings;
import io.shouxin.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TencentCarrierTest {

    private final StubGateway gateway = new StubGateway();
    private final TencentCarrier carrier = new TencentCarrier(
            new TencentSettings(
                    "secret-id", new Secret("secret-key"), "1400006666", "ap-guangzhou", "某某房产", Parcels.TEMPLATES),
            gateway.address(),
            new WebCalls(Parcels.SHORT),
            new SetClock(Parcels.NOW));

    @AfterEach
    void close() {
        gateway.close();
    }

    private static Reply status(String code) {
        return Reply.ok("{\"Response\":{\"SendStatusSet\":[{\"SerialNo\":\"5000:1045710669157053657849499619\","
                + "\"PhoneNumber\":\"+8613507451170\",\"Code\":\"" + code
                + "\",\"Message\":\"x\"}],\"RequestId\":\"r\"}}");
    }

    @Test
    void a_notice_goes_out_as_an_approved_template_with_its_parameters_in_order() {
        gateway.answers(status("Ok"));

        assertThat(carrier.send(Parcels.received())).isEqualTo(new Handover.Taken("5000:1045710669157053657849499619"));

        StubGateway.Call call = gateway.calls().get(0);
        assertThat(call.header("X-TC-Action")).isEqualTo("SendSms");
        assertThat(call.header("X-TC-Version")).isEqualTo("2021-01-11");
        assertThat(call.header("X-TC-Region")).isEqualTo("ap-guangzhou");
        assertThat(call.header("X-TC-Timestamp")).isEqualTo("1795396320");
        assertThat(call.header("Authorization"))
                .startsWith("TC3-HMAC-SHA256 Credential=secret-id/2026-11-23/sms/tc3_request, SignedHeaders=")
                .doesNotContain("secret-key");
        assertThat(call.body())
                .contains(
                        "\"PhoneNumberSet\":[\"+8613507451170\"]",
                        "\"SmsSdkAppId\":\"1400006666\"",
                        "\"SignName\":\"某某房产\"",
                        "\"TemplateId\":\"222\"",
                        "\"TemplateParamSet\":[\"SC-2026-000482\",\"12 月 14 日\"]",
                        "\"SessionContext\":\"" + KEY + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "FailedOperation.InsufficientBalanceInSmsPackage, BALANCE",
        "FailedOperation.SignatureIncorrectOrUnapproved, TEMPLATE_REFUSED",
        "FailedOperation.TemplateParamSetNotMatchApprovedTemplate, TEMPLATE_REFUSED",
        "FailedOperation.PhoneNumberInBlacklist, ADDRESS_REFUSED",
        "InvalidParameterValue.IncorrectPhoneNumber, ADDRESS_REFUSED",
        "LimitExceeded.PhoneNumberDailyLimit, RECIPIENT_LIMIT",
        "LimitExceeded.AppMainlandChinaDailyLimit, THROTTLED",
        "InternalError.Timeout, SERVER_ERROR",
        "FailedOperation.SomethingNew, REFUSED"
    })
    void each_status_is_told_apart(String code, Failure failure) {
        gateway.answers(status(code));
        assertThat(carrier.send(Parcels.code())).isInstanceOfSatisfying(Handover.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(failure);
            assertThat(failed.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "AuthFailure.SignatureFailure, CREDENTIALS",
        "AuthFailure.SecretIdNotFound, CREDENTIALS",
        "RequestLimitExceeded, THROTTLED",
        "InternalError, SERVER_ERROR"
    })
    void an_error_of_the_whole_call_is_told_apart(String code, Failure failure) {
        gateway.answers(Reply.ok(
                "{\"Response\":{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"no\"},\"RequestId\":\"r\"}}"));
        assertThat(carrier.send(Parcels.code()))
                .isInstanceOfSatisfying(Handover.Failed.class, failed -> assertThat(failed.failure())
                        .isEqualTo(failure));
    }

    @Test
    void without_an_answer_nobody_knows() {
        gateway.has(Trouble.HANGS);
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.NO_ANSWER));
        gateway.answers(Reply.of(503, ""));
        assertThat(carrier.send(Parcels.code())).isEqualTo(new Handover.Failed(Failure.SERVER_ERROR));
    }

    @Test
    void a_report_with_our_key_says_that_it_went_out() {
        gateway.answers(Reply.ok("""
                {"Response":{"PullSmsSendStatusSet":[{"SerialNo":"1:2","SessionContext":""},
                  {"SerialNo":"3:4","SessionContext":"%s","ReportStatus":"SUCCESS"}]}}""".formatted(KEY)));
        assertThat(carrier.find(Parcels.code())).contains("3:4");
        gateway.answers(Reply.ok("{\"Response\":{\"PullSmsSendStatusSet\":[{\"SerialNo\":\"1:2\"}]}}"));
        assertThat(carrier.find(Parcels.code())).isEmpty();
    }
}
