package io.shouxin.shell.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Calls the API as its clients do. */
class ApiCalls {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String BOUNDARY = "----shouxin";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Environment environment;

    ApiCalls(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    record Answer(int status, HttpResponse<byte[]> raw) {

        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        String type() {
            return json().path("type").asText();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        boolean isProblem() {
            return header("Content-Type").startsWith("application/problem+json");
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    Answer get(String client, String path, String... headers) {
        return send(request(path, headers).GET(), token(client));
    }

    Answer post(String client, String path, Object body, String... headers) {
        return send(json(path, body, headers), token(client));
    }

    /** A form with a file, as tools send it. */
    Answer upload(String client, String path, byte[] content, Map<String, String> fields, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"file\"; filename=\"C:\\\\客户.csv\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return sendForm(client, path, body.toByteArray(), headers);
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever is to be taken for a form whose parts {@link #BOUNDARY} divides. */
    Answer sendForm(@Nullable String client, String path, byte[] body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body)),
                client == null ? null : token(client));
    }

    /** As somebody who brings this token, or none. */
    Answer getWithToken(@Nullable String token, String path, String... headers) {
        return send(request(path, headers).GET(), token);
    }

    Answer postWithToken(@Nullable String token, String path, Object body, String... headers) {
        return send(json(path, body, headers), token);
    }

    Answer send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpRequest.Builder json(String path, Object body, String... headers) {
        try {
            String text = body instanceof String string ? string : JSON.writeValueAsString(body);
            HttpRequest.Builder request = request(path, headers).POST(BodyPublishers.ofString(text));
            return java.util.Arrays.asList(headers).contains("Content-Type")
                    ? request
                    : request.header("Content-Type", "application/json");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String client) {
        return tokens.computeIfAbsent(client, this::fetchToken);
    }

    String fetchToken(String client) {
        Answer answer = form("/oauth2/token", client, "grant_type=client_credentials" + scopesOf(client));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.json().get("access_token").asText();
    }

    Answer revoke(String client, String token) {
        return form("/oauth2/revoke", client, "token=" + token);
    }

    private Answer form(String path, String client, String fields) {
        String basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path, "Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields)),
                null);
    }

    private static String scopesOf(String client) {
        String scopes =
                switch (client) {
                    case "demo-crm" -> "records:read requests:read requests:write";
                    case "demo-shop" -> "requests:read requests:write";
                    case "demo-legal" -> "requests:read tasks";
                    case "demo-auditor" -> "evidence:read";
                    case "demo-nothing" -> "";
                    default -> "records:import records:read requests:read requests:write tasks";
                };
        return scopes.isEmpty() ? "" : "&scope=" + scopes.replace(" ", "+").replace(":", "%3A");
    }
}
