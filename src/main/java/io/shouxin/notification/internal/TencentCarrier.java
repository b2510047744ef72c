package io.shouxin.notification.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.notification.Failure;
import io.shouxin.notification.TemplateUse;
import io.shouxin.notification.TencentSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 腾讯云短信, API sms 2021-01-11: SendSms, and PullSmsSendStatusByPhoneNumber for what went out without an answer. Our key travels as
 * {@code SessionContext}; Tencent gives it back in the reports only to accounts that have asked for that.
 */
final class TencentCarrier implements Carrier {

    private static final String VERSION = "2021-01-11";
    private static final String SERVICE = "sms";
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERVER_ERRORS = 500;

    private final TencentSettings settings;
    private final URI endpoint;
    private final WebCalls calls;
    private final Clock clock;

    TencentCarrier(TencentSettings settings, URI endpoint, WebCalls calls, Clock clock) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Handover send(Parcel parcel) {
        Optional<TemplateUse> template = settings.templates().find(parcel.template(), parcel.language());
        if (template.isEmpty()) {
            return new Handover.Failed(Failure.TEMPLATE_MISSING);
        }
        try {
            return read(call(
                    "SendSms",
                    Map.of(
                            "PhoneNumberSet", List.of(number(parcel.to())),
                            "SmsSdkAppId", settings.appId(),
                            "SignName", settings.signName(),
                            "TemplateId", template.get().id(),
                            "TemplateParamSet", template.get().counted(parcel.arguments()),
                            "SessionContext", parcel.key())));
        } catch (WebCalls.NoAnswer e) {
            return new Handover.Failed(e.failure());
        }
    }

    @Override
    public boolean canLookUp() {
        return true;
    }

    @Override
    public Optional<String> find(Parcel parcel) {
        try {
            WebCalls.Answer answer = call(
                    "PullSmsSendStatusByPhoneNumber",
                    Map.of(
                            "BeginTime", parcel.handedOverAt().minus(MARGIN).getEpochSecond(),
                            "Offset", 0,
                            "Limit", 100,
                            "PhoneNumber", number(parcel.to()),
                            "SmsSdkAppId", settings.appId()));
            for (JsonNode report : tree(answer.body()).at("/Response/PullSmsSendStatusSet")) {
                if (report.path("SessionContext").asText().equals(parcel.key())) {
                    return Optional.of(report.path("SerialNo").asText());
                }
            }
            return Optional.empty();
        } catch (WebCalls.NoAnswer e) {
            return Optional.empty();
        }
    }

    private WebCalls.Answer call(String action, Map<String, Object> content) throws WebCalls.NoAnswer {
        String payload = json(content);
        Instant now = clock.instant();
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .header("Content-Type", TencentSignature.CONTENT_TYPE)
                .header("X-TC-Action", action)
                .header("X-TC-Version", VERSION)
                .header("X-TC-Region", settings.region())
                .header("X-TC-Timestamp", String.valueOf(now.getEpochSecond()))
                .header(
                        "Authorization",
                        TencentSignature.authorization(
                                settings.secretId(),
                                settings.secretKey().value(),
                                SERVICE,
                                endpoint.getRawAuthority(),
                                now,
                                payload));
        return calls.call(request, endpoint.resolve("/"));
    }

    private static Handover read(WebCalls.Answer answer) {
        JsonNode told = tree(answer.body()).path("Response");
        JsonNode status = told.path("SendStatusSet").path(0);
        if (status.path("Code").asText("").equals("Ok")) {
            return new Handover.Taken(status.path("SerialNo").asText(""));
        }
        String code = told.at("/Error/Code").asText(status.path("Code").asText(""));
        if (code.startsWith("InternalError") || (answer.status() >= SERVER_ERRORS && code.isEmpty())) {
            return new Handover.Failed(Failure.SERVER_ERROR, code);
        }
        return new Handover.Failed(code.isEmpty() ? Failure.BAD_ANSWER : failure(code), code, answer.retryAfter());
    }

    /** By the API's list of error codes (业务错误码). */
    private static Failure failure(String code) {
        if (code.startsWith("AuthFailure") || code.startsWith("UnauthorizedOperation")) {
            return Failure.CREDENTIALS;
        }
        if (code.startsWith("LimitExceeded.PhoneNumber") || code.equals("LimitExceeded.DeliveryFrequencyLimit")) {
            return Failure.RECIPIENT_LIMIT;
        }
        if (code.startsWith("RequestLimitExceeded") || code.startsWith("LimitExceeded")) {
            return Failure.THROTTLED;
        }
        if (code.contains("InsufficientBalance")) {
            return Failure.BALANCE;
        }
        if (code.contains("PhoneNumber")) {
            return Failure.ADDRESS_REFUSED;
        }
        return code.contains("Template") || code.contains("Signature") || code.contains("SdkAppId")
                ? Failure.TEMPLATE_REFUSED
                : Failure.REFUSED;
    }

    /** E.164. */
    private static String number(String phone) {
        return phone.startsWith("+") ? phone : "+86" + phone;
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A call cannot be written as JSON");
        }
    }
}
