package io.shouxin.notification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.shared.InvalidInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any gateway that takes an SMS by one HTTP call. The body is a template with the places {@code {phone}}, {@code {text}}, {@code {id}}
 * and {@code {secret}}; headers have the last two, and the address has none, because addresses end up in logs.
 *
 * @param headers one per line, {@code Name: value}
 * @param secret what {@code {secret}} stands for
 * @param pointer JSON pointer to the part of the answer that says whether it was taken, or "" if the status says it all
 * @param expected what stands there when it was
 * @param repeatable whether the gateway sends a message of the same {@code {id}} only once, so that an unknown outcome may be
 *     repeated
 */
public record HttpSettings(
        String url,
        Method method,
        Format format,
        String headers,
        String body,
        Secret secret,
        String pointer,
        String expected,
        boolean repeatable)
        implements ChannelSettings {

    private static final Set<String> PLACES = Set.of("phone", "text", "id", "secret");

    /** Headers reach the logs of gateways, and hold no Chinese. */
    private static final Set<String> PLACES_OF_HEADERS = Set.of("id", "secret");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,60})\\s*:\\s*(.{0,500})");
    private static final Set<String> SET_BY_US =
            Set.of("host", "content-length", "connection", "upgrade", "expect", "transfer-encoding", "content-type");

    public enum Method {
        POST,
        PUT
    }

    public enum Format {
        JSON,
        FORM
    }

    /** A line of the headers. */
    public record Header(String name, String value) {}

    public HttpSettings {
        url = ChannelSettings.required(url, "url");
        checkUrl(url);
        lines(headers);
        body = ChannelSettings.required(body, "body");
        checkPlaces(body, PLACES, "body");
        checkPlaces(headers, PLACES_OF_HEADERS, "headers");
        ChannelSettings.require(
                !headers.contains("{secret}") || isVisible(secret.value()), "secret", "channels.error.secret");
        ChannelSettings.require(
                body.contains("{phone}") && body.contains("{text}"), "body", "channels.error.bodyPlaces");
        checkFormat(format, body);
        pointer = pointer.strip();
        checkPointer(pointer);
        ChannelSettings.require(pointer.isEmpty() || !expected.isBlank(), "expected", "channels.error.required");
        expected = expected.strip();
        ChannelSettings.require(
                !repeatable || body.contains("{id}") || headers.contains("{id}"),
                "repeatable",
                "channels.error.repeatable");
    }

    /** The headers, one by one. */
    public List<Header> lines() {
        return lines(headers);
    }

    private static List<Header> lines(String text) {
        List<Header> read = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher header = HEADER.matcher(line);
            if (!header.matches() || SET_BY_US.contains(header.group(1).toLowerCase(Locale.ROOT)) || !isVisible(line)) {
                throw new InvalidInput("headers", "channels.error.headers");
            }
            read.add(new Header(header.group(1), header.group(2)));
        }
        return read;
    }

    private static boolean isVisible(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static void checkUrl(String url) {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("url", "channels.error.url");
        }
        String host = address.getHost();
        ChannelSettings.require(
                host != null && address.getUserInfo() == null && address.getFragment() == null,
                "url",
                "channels.error.url");
        boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
        boolean here = "http".equalsIgnoreCase(address.getScheme()) && host != null && Loopback.names(host);
        ChannelSettings.require(encrypted || here, "url", "channels.error.https");
    }

    private static void checkPlaces(String template, Set<String> allowed, String field) {
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            ChannelSettings.require(
                    allowed.contains(place.group(1)), field, "channels.error.place", "{" + place.group(1) + "}");
        }
    }

    private static void checkFormat(Format format, String body) {
        if (format != Format.JSON) {
            return;
        }
        try {
            JSON.readTree(PLACE.matcher(body).replaceAll("0"));
        } catch (JsonProcessingException e) {
            throw new InvalidInput("body", "channels.error.bodyJson");
        }
    }

    private static void checkPointer(String pointer) {
        try {
            JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("pointer", "channels.error.pointer");
        }
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.HTTP;
    }

    @Override
    public boolean supports(String template, String language) {
        return true;
    }

    @Override
    public HttpSettings withoutSecrets() {
        return with(Secret.NONE);
    }

    @Override
    public HttpSettings keepingSecretsOf(ChannelSettings kept) {
        if (!namesSecret()) {
            return with(Secret.NONE);
        }
        return kept instanceof HttpSettings before
                ? with(ChannelSettings.secretFor(isSameMachine(before), secret, before.secret, "secret"))
                : this;
    }

    private boolean isSameMachine(HttpSettings other) {
        URI here = URI.create(url);
        URI there = URI.create(other.url);
        return here.getScheme().equalsIgnoreCase(there.getScheme())
                && here.getHost().equalsIgnoreCase(there.getHost())
                && here.getPort() == there.getPort();
    }

    private boolean namesSecret() {
        return (body + headers).contains("{secret}");
    }

    @Override
    public void requireSecrets() {
        if (secret.isEmpty() && namesSecret()) {
            throw new InvalidInput("secret", "channels.error.required");
        }
    }

    private HttpSettings with(Secret other) {
        return new HttpSettings(url, method, format, headers, body, other, pointer, expected, repeatable);
    }
}
