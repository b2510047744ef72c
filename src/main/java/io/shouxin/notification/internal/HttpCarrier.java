package io.shouxin.notification.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.notification.Failure;
import io.shouxin.notification.HttpSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any gateway that takes an SMS by one HTTP call, by the rules that an administrator has written down. */
final class HttpCarrier implements Carrier {

    private static final Pattern PLACE = Pattern.compile("\\{(phone|text|id|secret)}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final HttpSettings settings;
    private final WebCalls calls;

    HttpCarrier(HttpSettings settings, WebCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public boolean recognisesRepeats() {
        return settings.repeatable();
    }

    @Override
    public Handover send(Parcel parcel) {
        Map<String, String> values = Map.of(
                "phone", parcel.to(),
                "text", parcel.text(),
                "id", parcel.key(),
                "secret", settings.secret().value());
        boolean json = settings.format() == HttpSettings.Format.JSON;
        String body = fill(
                settings.body(),
                values,
                json
                        ? value -> new String(JsonStringEncoder.getInstance().quoteAsString(value))
                        : value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .method(settings.method().name(), HttpRequest.BodyPublishers.ofString(body))
                .header(
                        "Content-Type",
                        json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded; charset=utf-8");
        settings.lines()
                .forEach(header ->
                        request.header(header.name(), fill(header.value(), values, UnaryOperator.identity())));
        try {
            return read(calls.call(request, URI.create(settings.url())));
        } catch (WebCalls.NoAnswer e) {
            return new Handover.Failed(e.failure());
        }
    }

    private Handover read(WebCalls.Answer answer) {
        String status = "HTTP" + answer.status();
        if (answer.status() >= SERVER_ERRORS) {
            return new Handover.Failed(Failure.SERVER_ERROR, status);
        }
        if (answer.status() / HUNDRED != SUCCESS) {
            return switch (answer.status()) {
                case UNAUTHORIZED, FORBIDDEN -> new Handover.Failed(Failure.CREDENTIALS, status);
                case TOO_MANY -> new Handover.Failed(Failure.THROTTLED, status, answer.retryAfter());
                default -> new Handover.Failed(Failure.REFUSED, status);
            };
        }
        if (settings.pointer().isEmpty()) {
            return new Handover.Taken("");
        }
        try {
            JsonNode found = JSON.readTree(answer.body()).at(settings.pointer());
            if (found.isMissingNode()) {
                return new Handover.Failed(Failure.BAD_ANSWER, status);
            }
            return found.asText().equals(settings.expected())
                    ? new Handover.Taken("")
                    : new Handover.Failed(Failure.REFUSED, found.asText());
        } catch (JsonProcessingException e) {
            return new Handover.Failed(Failure.BAD_ANSWER, status);
        }
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(place.group(1), ""))));
    }
}
