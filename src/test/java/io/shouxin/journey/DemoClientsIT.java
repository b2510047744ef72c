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
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The integrators that the demo offers, as the README and the description of the API present them. It needs no browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DemoClientsIT {

    private static final String STAFF =
            "records:import records:read requests:read requests:write tasks consents:read consents:write";
    private static final String OFFICER = STAFF + " disputes transfers evidence:read";
    private static final String LEGAL = "requests:read tasks disputes evidence:read";
    private static final Set<String> EVERY_SCOPE = Set.of(OFFICER.split(" "));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Autowired
    DemoClientsIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void the_demo_is_filled() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> jdbc.sql("SELECT count(*) FROM task WHERE kind = 'second-review'")
                                .query(Integer.class)
                                .single()
                        > 0);
        jdbc.sql("DELETE FROM rate_limit").update();
    }

    @ParameterizedTest
    @CsvSource({
        "demo-crm, records:read requests:read requests:write consents:read consents:write",
        "demo-staff, " + STAFF,
        "demo-staff-2, " + STAFF,
        "demo-reviewer, " + OFFICER,
        "demo-officer, " + OFFICER,
        "demo-legal, " + LEGAL,
        "demo-legal-2, " + LEGAL,
        "demo-auditor, evidence:read",
        "demo-admin, records:import transfers"
    })
    void each_gets_a_token_with_all_its_scopes_and_with_no_other(String client, String scopes) throws Exception {
        HttpResponse<String> answer = askForToken(client, scopes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(scopes.split(" "));
        for (String scope : EVERY_SCOPE) {
            assertThat(askForToken(client, scope).statusCode())
                    .as(scope)
                    .isEqualTo(List.of(scopes.split(" ")).contains(scope) ? 200 : 400);
        }
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
    void the_staffs_client_takes_a_task_gives_it_back_decides_it_and_fetches_the_receipt() throws Exception {
        String token = token("demo-staff", STAFF);
        String id = call(
                        token,
                        "/api/v1/requests",
                        "{\"type\":\"DELETION\",\"subject\":{\"phone\":\"13800010002\"},\"channel\":\"LETTER\"}",
                        201)
                .get("id")
                .asText();
        await().until(() -> task(token, id) != null);
        JsonNode first = task(token, id);
        assertThat(first.get("kind").asText())
                .as("nothing on file could be asked for online")
                .isEqualTo("call-client");
        String task = "/api/v1/tasks/" + first.get("id").asText();
        assertThat(call(token, task + "/claim", "{}", 200).has("assignee")).isTrue();
        assertThat(call(token, task + "/unclaim", "{}", 200).has("assignee")).isFalse();
        assertThat(call(
                                token,
                                task + "/complete",
                                "{\"outcome\":\"PROOF_SEEN\",\"method\":\"CALLED_BACK\",\"text\":\"接通登记号码，核对无误\"}",
                                200)
                        .get("state")
                        .asText())
                .isEqualTo("DONE");
        await().atMost(Duration.ofSeconds(60)).until(() -> JSON.readTree(get(token, "/api/v1/requests/" + id))
                .get("status")
                .asText()
                .endsWith("REVIEW"));
        HttpResponse<byte[]> receipt = http.send(
                HttpRequest.newBuilder(URI.create(url("/api/v1/requests/" + id + "/documents/receipt-zh")))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/pdf")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(new String(receipt.body(), 0, 5, UTF_8)).isEqualTo("%PDF-");
        call(token, "/api/v1/requests/" + id + "/cancel", "{}", 200);
    }

    @Test
    void the_reviewers_client_has_the_scope_to_import_and_not_the_role() throws Exception {
        HttpResponse<String> refused =
                upload(token("demo-reviewer", "records:import"), "姓名,手机号\r\n卫演示,13655550001\r\n");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    }

    @Test
    void the_administrators_client_brings_a_list_in() throws Exception {
        String token = token("demo-admin", "records:import");
        HttpResponse<String> accepted = upload(token, "姓名,手机号,意向\n卫演示,13655550001,两房\n,,只有意向\n");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String path =
                "/api/v1/imports/" + JSON.readTree(accepted.body()).get("id").asText();
        await().until(() -> get(token, path).contains("COMPLETED"));
        assertThat(JSON.readTree(get(token, path)).get("people").asInt()).isEqualTo(1);
        JsonNode rejects = JSON.readTree(get(token, path + "/rejects"));
        assertThat(rejects).hasSize(1);
        assertThat(rejects.toString()).contains("只有意向");
    }

    private HttpResponse<String> upload(String token, String list) throws Exception {
        String body = "--list\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + list + "\r\n--list--\r\n";
        return send(
                HttpRequest.newBuilder(URI.create(url("/api/v1/imports")))
                        .header("Content-Type", "multipart/form-data; boundary=list")
                        .POST(BodyPublishers.ofString(body)),
                token);
    }

    /** The first task of this case in the caller's list. */
    private @Nullable JsonNode task(String token, String request) throws Exception {
        for (JsonNode task :
                JSON.readTree(get(token, "/api/v1/tasks?candidate=me&size=200")).get("items")) {
            if (task.toString().contains(request)) {
                return task;
            }
        }
        return null;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
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
