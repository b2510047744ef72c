package io.shouxin.notification.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.notification.AliyunSettings;
import io.shouxin.notification.Failure;
import io.shouxin.notification.TemplateUse;
import io.shouxin.shared.ChinaTime;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * 阿里云短信服务, API Dysmsapi 2017-05-25: SendSms, and QuerySendDetails for what went out without an answer. Our key travels as
 * {@code OutId}, by which the message is found again.
 */
final class AliyunCarrier implements Carrier {

    private static final String VERSION = "2017-05-25";
    private static final String EMPTY_BODY = Digests.sha256("");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERVER_ERRORS = 500;

    private final AliyunSettings settings;
    private final URI endpoint;
    private final WebCalls calls;
    private final Clock clock;

    AliyunCarrier(AliyunSettings settings, URI endpoint, WebCalls calls, Clock clock) {
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
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "PhoneNumbers", number(parcel.to()),
                "SignName", settings.signName(),
                "TemplateCode", template.get().id(),
                "OutId", parcel.key()));
        if (!template.get().places().isEmpty()) {
            parameters.put("TemplateParam", json(template.get().named(parcel.arguments())));
        }
        try {
            return read(call("SendSms", parameters));
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
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "PhoneNumber",
                number(parcel.to()),
                "SendDate",
                DAY.format(parcel.handedOverAt().atZone(ChinaTime.ZONE)),
                "PageSize",
                "50",
                "CurrentPage",
                "1"));
        try {
            WebCalls.Answer answer = call("QuerySendDetails", parameters);
            for (JsonNode detail : tree(answer.body()).at("/SmsSendDetailDTOs/SmsSendDetailDTO")) {
                if (detail.path("OutId").asText().equals(parcel.key())) {
                    return Optional.of("OutId:" + parcel.key());
                }
            }
            return Optional.empty();
        } catch (WebCalls.NoAnswer e) {
            return Optional.empty();
        }
    }

    private WebCalls.Answer call(String action, SortedMap<String, String> parameters) throws WebCalls.NoAnswer {
        String query = AliyunSignature.query(parameters);
        Map<String, String> headers = new TreeMap<>(Map.of(
                "x-acs-action", action,
                "x-acs-version", VERSION,
                "x-acs-date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce", UUID.randomUUID().toString(),
                "x-acs-content-sha256", EMPTY_BODY));
        HttpRequest.Builder request = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        headers.put("host", endpoint.getRawAuthority());
        request.header(
                "Authorization",
                AliyunSignature.authorization(
                        settings.accessKeyId(), settings.accessKeySecret().value(), query, headers));
        return calls.call(request, endpoint.resolve("/?" + query));
    }

    private static Handover read(WebCalls.Answer answer) {
        JsonNode told = tree(answer.body());
        String code = told.path("Code").asText("");
        if (code.equals("OK")) {
            return new Handover.Taken(told.path("BizId").asText(""));
        }
        if (code.startsWith("Throttling")) {
            return new Handover.Failed(Failure.THROTTLED, code, answer.retryAfter());
        }
        if (answer.status() >= SERVER_ERRORS || code.equals("isp.SYSTEM_ERROR")) {
            return new Handover.Failed(Failure.SERVER_ERROR, code);
        }
        return new Handover.Failed(code.isEmpty() ? Failure.BAD_ANSWER : failure(code), code);
    }

    /** By the API's list of error codes (API 错误码). */
    private static Failure failure(String code) {
        return switch (code) {
            case "isv.MOBILE_NUMBER_ILLEGAL", "isv.BLACK_KEY_CONTROL_LIMIT", "isv.DENY_IP_RANGE" ->
                Failure.ADDRESS_REFUSED;
            case "isv.BUSINESS_LIMIT_CONTROL" -> Failure.RECIPIENT_LIMIT;
            case "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL" -> Failure.THROTTLED;
            case "isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE" -> Failure.BALANCE;
            case "SignatureDoesNotMatch",
                    "IncompleteSignature",
                    "isp.RAM_PERMISSION_DENY",
                    "isv.PRODUCT_UN_SUBSCRIPT",
                    "isv.PRODUCT_UNSUBSCRIBE",
                    "isv.ACCOUNT_NOT_EXISTS",
                    "isv.ACCOUNT_ABNORMAL" -> Failure.CREDENTIALS;
            case "isv.SMS_TEMPLATE_ILLEGAL",
                    "isv.SMS_SIGNATURE_ILLEGAL",
                    "isv.SMS_SIGNATURE_SCENE_ILLEGAL",
                    "isv.TEMPLATE_MISSING_PARAMETERS",
                    "isv.TEMPLATE_PARAMS_ILLEGAL",
                    "isv.INVALID_PARAMETERS",
                    "isv.INVALID_JSON_PARAM",
                    "isv.PARAM_LENGTH_LIMIT",
                    "isv.PARAM_NOT_SUPPORT_URL" -> Failure.TEMPLATE_REFUSED;
            default ->
                code.startsWith("InvalidAccessKeyId") || code.startsWith("Forbidden")
                        ? Failure.CREDENTIALS
                        : Failure.REFUSED;
        };
    }

    /** Mainland numbers stand alone, others after their country's code without plus. */
    private static String number(String phone) {
        return phone.replace("+", "");
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Template parameters cannot be written as JSON");
        }
    }
}
