package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.shell.rest.ApiCalls.Answer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests and people, as integrators and tools use them. */
@ApiTest
class RequestsApiTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final String LOOKUP = "/api/v1/subjects/lookup";

    private final ApiCalls api;
    private final ApiFirm firm;
    private final JdbcClient jdbc;

    @Autowired
    RequestsApiTest(ApiCalls api, ApiFirm firm, JdbcClient jdbc) {
        this.api = api;
        this.firm = firm;
        this.jdbc = jdbc;
    }

    private static Map<String, Object> deletion(String phone, String channel) {
        return new HashMap<>(Map.of("type", "DELETION", "subject", Map.of("phone", phone), "channel", channel));
    }

    private String register(String client, ApiFirm.Person person, String channel) {
        Answer answer = api.post(client, REQUESTS, deletion(person.phone(), channel));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void a_person_is_found_by_phone_in_any_usual_form_with_counts_of_what_is_held() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        String spaced = "+86 " + person.phone().substring(0, 3) + "-"
                + person.phone().substring(3, 7) + " " + person.phone().substring(7);
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("phone", person.phone()), Map.of("phone", spaced), Map.of("subjectId", person.id()))) {
            JsonNode found = api.post("demo-staff", LOOKUP, wanted).json();
            assertThat(found.path("subjectId").asText()).isEqualTo(person.id().toString());
            assertThat(found.get("status").asText()).isEqualTo("ACTIVE");
            assertThat(found.get("recordsByCategory").toString())
                    .isEqualTo("{\"IDENTITY\":1,\"CONTACT\":1,\"DEMAND\":1}");
        }
        assertThat(api.post("demo-crm", LOOKUP, Map.of("phone", person.phone())).status())
                .isEqualTo(200);
    }

    @Test
    void somebody_of_another_branch_is_answered_as_somebody_unknown() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        Answer unknown = api.post("demo-staff-2", LOOKUP, Map.of("phone", "13900000000"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.type()).isEqualTo("urn:shouxin:problem:subject-unknown");
        for (Map<String, Object> wanted : List.<Map<String, Object>>of(
                Map.of("phone", person.phone()),
                Map.of("subjectId", person.id()),
                Map.of("subjectId", UUID.randomUUID()))) {
            assertThat(api.post("demo-staff-2", LOOKUP, wanted).text()).isEqualTo(unknown.text());
        }
        assertThat(api.post("demo-staff-2", REQUESTS, deletion(person.phone(), "COUNTER"))
                        .type())
                .isEqualTo("urn:shouxin:problem:subject-unknown");
    }

    @Test
    void people_who_share_a_phone_are_told_apart_by_name() {
        ApiFirm.Person one = firm.person(ApiFirm.BROKERS, "何一", "13711112222");
        firm.person(ApiFirm.BROKERS, "何二", "13711112222");
        Answer both = api.post("demo-staff", LOOKUP, Map.of("phone", "13711112222"));
        assertThat(both.status()).isEqualTo(409);
        assertThat(both.type()).isEqualTo("urn:shouxin:problem:subject-ambiguous");
        assertThat(api.post("demo-staff", LOOKUP, Map.of("phone", "13711112222", "name", "何一"))
                        .json()
                        .path("subjectId")
                        .asText())
                .isEqualTo(one.id().toString());
    }

    @Test
    void a_name_is_held_against_the_file_and_another_one_is_answered_as_somebody_unknown() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS, "何三", "13711113333");
        Map<String, String> other = Map.of("phone", person.phone(), "name", "林四");
        Answer unknown = api.post("demo-staff", LOOKUP, Map.of("phone", "13900000000", "name", "林四"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(api.post("demo-staff", LOOKUP, other).text()).isEqualTo(unknown.text());
        Map<String, Object> body = deletion(person.phone(), "LETTER");
        body.put("subject", other);
        assertThat(api.post("demo-staff", REQUESTS, body).type()).isEqualTo("urn:shouxin:problem:subject-unknown");

        body.put("subject", Map.of("phone", person.phone(), "name", " 何 三女士 "));
        Answer right = api.post("demo-staff", REQUESTS, body);
        assertThat(right.status()).as(right.toString()).isEqualTo(201);
    }

    @Test
    void a_request_in_another_name_than_the_file_s_touches_nothing_of_it_and_tells_an_integrator_nothing() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS, "何五", "13711115555");
        Map<String, Object> body = deletion(person.phone(), "API");
        body.put("subject", Map.of("phone", person.phone(), "name", "林六"));
        Answer registered = api.post("demo-shop", REQUESTS, body);
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        assertThat(fields(registered.json()))
                .isEqualTo(fields(api.post("demo-shop", REQUESTS, deletion("13999990001", "API"))
                        .json()));
        assertThat(subjectOf(registered)).as("the request of somebody unknown").isNull();
        body.put("subject", Map.of("phone", person.phone(), "name", "何五"));
        assertThat(subjectOf(api.post("demo-shop", REQUESTS, body))).isEqualTo(person.id());
    }

    private @Nullable UUID subjectOf(Answer registered) {
        return jdbc.sql("SELECT subject_id FROM request WHERE id = ?")
                .param(UUID.fromString(registered.json().get("id").asText()))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    @Test
    void a_request_gets_number_date_and_the_way_the_date_was_counted() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        Map<String, Object> body = deletion(person.phone(), "LETTER");
        body.put("receivedAt", OffsetDateTime.now().minusDays(3).toString());
        body.put("scope", List.of("DEMAND"));
        body.put("note", "请删除我的需求 😀");
        Answer answer = api.post("demo-staff", REQUESTS, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        JsonNode made = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(REQUESTS + "/" + made.get("id").asText());
        assertThat(made.get("reference").asText()).matches("SC-\\d{4}-\\d{6}");
        assertThat(made.get("status").asText()).isEqualTo("RECEIVED");
        assertThat(OffsetDateTime.parse(made.get("dueAt").asText())).isAfter(OffsetDateTime.now());
        assertThat(made.get("clock").asText()).contains("15 个工作日");

        JsonNode read = api.get("demo-staff", answer.header("Location"), "Accept-Language", "en")
                .json();
        assertThat(read.get("scope").toString()).isEqualTo("[\"DEMAND\"]");
        assertThat(read.get("clock").asText()).contains("15 working days");
        assertThat(read.get("texts").get(0).get("text").asText()).isEqualTo("请删除我的需求 😀");
        assertThat(read.get("steps").get(0).get("step").asText()).isEqualTo("RECEIVED");
        assertThat(read.toString()).doesNotContain(person.phone(), person.name());
    }

    @Test
    void a_receipt_of_long_ago_is_registered_once_it_is_confirmed() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        Map<String, Object> body = deletion(person.phone(), "LETTER");
        body.put("receivedAt", OffsetDateTime.now().minusDays(200).toString());
        assertThat(api.post("demo-staff", REQUESTS, body).status()).isEqualTo(422);
        body.put("receivedAtConfirmed", true);
        assertThat(api.post("demo-staff", REQUESTS, body).status()).isEqualTo(201);
    }

    @Test
    void the_same_key_gives_the_same_request_even_at_the_same_time_and_another_body_is_refused() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = deletion(person.phone(), "COUNTER");
        List<CompletableFuture<Answer>> calls = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> api.post("demo-staff", REQUESTS, body, "Idempotency-Key", key)))
                .toList();
        List<Answer> answers = new ArrayList<>();
        calls.forEach(call -> answers.add(call.join()));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(new HashSet<>(answers.stream()
                        .map(answer -> answer.json().get("id").asText())
                        .toList()))
                .hasSize(1);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);

        body.put("note", "something else");
        Answer other = api.post("demo-staff", REQUESTS, body, "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).isEqualTo("urn:shouxin:problem:idempotency-key-reused");
        assertThat(api.post("demo-officer", REQUESTS, body, "Idempotency-Key", key)
                        .status())
                .as("keys of different callers do not meet")
                .isEqualTo(201);
        assertThat(api.post("demo-staff", REQUESTS, body, "Idempotency-Key", "k".repeat(300))
                        .type())
                .isEqualTo("urn:shouxin:problem:idempotency-key-unusable");
    }

    @Test
    void an_integrator_cannot_tell_from_a_request_whether_somebody_is_a_client() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        Answer known = api.post("demo-shop", REQUESTS, deletion(person.phone(), "API"));
        Answer unknown = api.post("demo-shop", REQUESTS, deletion("13999990000", "API"));
        assertThat(known.status()).isEqualTo(201);
        assertThat(unknown.status()).as(unknown.toString()).isEqualTo(201);
        assertThat(fields(known.json())).isEqualTo(fields(unknown.json()));
        firm.work();
        JsonNode one = api.get("demo-shop", known.header("Location")).json();
        JsonNode other = api.get("demo-shop", unknown.header("Location")).json();
        assertThat(one.get("status")).isEqualTo(other.get("status"));
    }

    private static List<String> fields(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void an_integrator_follows_every_request_but_reads_no_text_of_a_case_and_takes_back_only_its_own() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        Map<String, Object> body = deletion(person.phone(), "COUNTER");
        body.put("note", "private words");
        String id = api.post("demo-staff", REQUESTS, body).json().get("id").asText();

        Answer seen = api.get("demo-crm", REQUESTS + "/" + id);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).doesNotContain("private words", "texts");
        assertThat(api.post("demo-crm", REQUESTS + "/" + id + "/cancel", "").status())
                .isEqualTo(403);
        assertThat(api.post("demo-crm", REQUESTS, deletion(person.phone(), "COUNTER"))
                        .status())
                .as("only staff stand at the counter")
                .isEqualTo(403);

        String own = register("demo-crm", firm.person(ApiFirm.BROKERS), "API");
        firm.work();
        assertThat(api.post("demo-crm", REQUESTS + "/" + own + "/cancel", "").status())
                .isEqualTo(200);
    }

    @Test
    void lists_are_cut_to_branches_filters_and_pages() {
        String mine = register("demo-staff", firm.person(ApiFirm.BROKERS), "COUNTER");
        String theirs = register("demo-staff-2", firm.person(ApiFirm.HELPERS), "COUNTER");

        assertThat(ids("demo-staff", "?size=200")).contains(mine).doesNotContain(theirs);
        assertThat(ids("demo-staff-2", "?size=200")).contains(theirs).doesNotContain(mine);
        assertThat(ids("demo-crm", "?size=200")).contains(mine, theirs);
        assertThat(ids("demo-legal", "?size=200")).contains(mine, theirs);
        assertThat(ids("demo-staff", "?status=CLOSED&size=200")).doesNotContain(mine);
        assertThat(ids("demo-staff", "?status=RECEIVED&type=DELETION&size=200")).contains(mine);
        assertThat(ids("demo-staff", "?type=ACCESS")).isEmpty();
        assertThat(ids("demo-staff", "?dueBefore=" + LocalDate.now())).doesNotContain(mine);
        assertThat(ids("demo-staff", "?size=200&dueBefore=" + LocalDate.now().plusDays(60)))
                .contains(mine);
        assertThat(ids("demo-staff", "?size=200&dueBefore=" + LocalDate.now().plusDays(60) + "T00:00:00%2B08:00"))
                .contains(mine);

        JsonNode first = api.get("demo-crm", REQUESTS + "?size=1&page=0").json();
        JsonNode second = api.get("demo-crm", REQUESTS + "?size=1&page=1").json();
        assertThat(first.get("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(first.get("items")).hasSize(1).isNotEqualTo(second.get("items"));
        assertThat(ids("demo-crm", "?size=200&page=1000000")).isEmpty();
    }

    private List<String> ids(String client, String query) {
        Answer answer = api.get(client, REQUESTS + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("items").findValuesAsText("id");
    }

    @Test
    void a_request_is_taken_back_once_and_by_nobody_who_saw_an_older_state() {
        String path = REQUESTS + "/" + register("demo-staff", firm.person(ApiFirm.BROKERS), "COUNTER");
        String before = api.get("demo-staff", path).header("ETag");
        assertThat(before).isNotBlank();
        firm.work();
        Answer stale = api.post("demo-staff", path + "/cancel", "", "If-Match", before);
        assertThat(stale.status()).as(stale.toString()).isEqualTo(412);
        assertThat(stale.type()).isEqualTo("urn:shouxin:problem:changed-meanwhile");

        String now = api.get("demo-staff", path).header("ETag");
        assertThat(api.post("demo-staff", path + "/cancel", "", "If-Match", now).status())
                .isEqualTo(200);
        firm.work();
        JsonNode closed = api.get("demo-staff", path).json();
        assertThat(closed.get("status").asText()).isEqualTo("CLOSED");
        assertThat(closed.get("outcome").asText()).isEqualTo("CANCELLED");
        assertThat(closed.get("cancellable").asBoolean()).isFalse();
        Answer again = api.post("demo-staff", path + "/cancel", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.type()).isEqualTo("urn:shouxin:problem:state-refused");
    }

    @Test
    void the_receipt_is_a_pdf_to_download_whose_name_says_nothing_of_the_person() {
        String path = REQUESTS + "/" + register("demo-staff", firm.person(ApiFirm.BROKERS), "COUNTER");
        JsonNode documents = api.get("demo-staff", path).json().get("documents");
        assertThat(documents.findValuesAsText("name")).contains("receipt-zh", "receipt-en");
        for (JsonNode document : documents) {
            Answer pdf = api.get("demo-staff", document.get("href").asText());
            assertThat(pdf.status()).isEqualTo(200);
            assertThat(pdf.header("Content-Type")).startsWith("application/pdf");
            assertThat(pdf.header("Content-Disposition"))
                    .startsWith("attachment;")
                    .contains(".pdf");
            assertThat(pdf.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(pdf.header("Cache-Control")).contains("no-store");
            assertThat(pdf.text()).startsWith("%PDF");
        }
        for (String name : List.of("letter-zh", "..-zh", "receipt-fr", "receipt", "-zh", "%00-zh")) {
            assertThat(api.get("demo-staff", path + "/documents/" + name).status())
                    .as(name)
                    .isIn(400, 404);
        }
    }
}
