package io.shouxin.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The integrators that the demo offers, as the README and the description of the API present them. */
class DemoClientsIT extends BrowserJourney {

    private static final String STAFF = "records:read requests:read requests:write tasks";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    DemoClientsIT(JdbcClient jdbc) {
        super(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "demo-crm, records:read requests:read requests:write consents:read consents:write",
        "demo-staff, " + STAFF,
        "demo-staff-2, " + STAFF,
        "demo-reviewer, requests:read tasks",
        "demo-officer, requests:read tasks",
        "demo-legal, requests:read tasks",
        "demo-legal-2, requests:read tasks",
        "demo-auditor, evidence:read",
        "demo-admin, records:import transfers"
    })
    void each_gets_a_token_with_its_scopes(String client, String scopes) throws Exception {
        HttpResponse<String> answer = askForToken(client, scopes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(scopes.split(" "));
    }

    @Test
    void the_staffs_client_looks_somebody_up_enters_their_request_and_finds_its_task() throws Exception {
        String token = token("demo-staff", STAFF);
        JsonNode person = call(token, "/api/v1/subjects/lookup", "{\"phone\":\"13800010002\"}", 200);
        assertThat(person.toString()).contains("subjectId").doesNotContain("13800010002");
        JsonNode request = call(
                token,
                "/api/v1/requests",
                "{\"type\":\"DELETION\",\"subject\":{\"phone\":\"13800010002\"},\"channel\":\"LETTER\",\"note\":\"来信提出\"}",
                201);
        String id = request.get("id").asText();
        await().until(() -> get(token, "/api/v1/tasks?candidate=me").contains(id));
        assertThat(JSON.readTree(get(token, "/api/v1/requests/" + id))
                        .get("status")
                        .asText())
                .startsWith("AWAITING_");
        call(token, "/api/v1/requests/" + id + "/cancel", "{}", 200);
    }

    @Test
    void the_administrators_client_brings_a_list_in() throws Exception {
        String token = token("demo-admin", "records:import");
        String boundary = "list";
        String body = "--list\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n姓名,手机号,意向\n卫演示,13655550001,两房\n\r\n--list--\r\n";
        HttpResponse<String> accepted = send(
                HttpRequest.newBuilder(URI.create(url("/api/v1/imports")))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body)),
                token);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String path =
                "/api/v1/imports/" + JSON.readTree(accepted.body()).get("id").asText();
        await().until(() -> get(token, path).contains("COMPLETED"));
        assertThat(JSON.readTree(get(token, path)).get("people").asInt()).isEqualTo(1);
    }

    private String token(String client, String scopes) throws Exception {
        return JSON.readTree(askForToken(client, scopes).body())
                .get("access_token")
                .asText();
    }

    private HttpResponse<String> askForToken(String client, String scopes) throws Exception {
        String basic = Base64.getEncoder().encodeToString((client + ":demo").getBytes(UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(url("/oauth2/token")))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&scope=" + URLEncoder.encode(scopes, UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode call(String token, String path, String body, int expected) throws Exception {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)),
                token);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(expected);
        return JSON.readTree(answer.body());
    }

    private String get(String token, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url(path))), token).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token) throws Exception {
        return http.send(
                request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }
}
