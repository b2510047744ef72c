package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.identity.RateLimits;
import io.shouxin.shell.rest.ApiCalls.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a caller does wrong is answered as problem+json (RFC 9457) in words. */
@ApiTest
class ProblemsTest {

    private static final String REQUESTS = "/api/v1/requests";

    private final ApiCalls api;
    private final ApiFirm firm;
    private final RateLimits limits;

    @Autowired
    ProblemsTest(ApiCalls api, ApiFirm firm, RateLimits limits) {
        this.api = api;
        this.firm = firm;
        this.limits = limits;
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.isProblem()).as(answer.header("Content-Type")).isTrue();
        assertThat(answer.type()).isEqualTo("urn:shouxin:problem:" + code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asText()).isNotBlank().doesNotContain("!api");
        assertThat(answer.json().get("detail").asText()).isNotBlank().doesNotContain("!api");
        assertThat(answer.text()).doesNotContain("Exception", "io.shouxin", "org.springframework");
    }

    private static void assertFault(Answer answer, String pointer) {
        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().get("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(answer.json().get("errors").get(0).get("detail").asText())
                .isNotBlank()
                .doesNotContain("!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "\uFEFF<xml/>"})
    void what_is_no_json_object_is_malformed(String body) {
        assertProblem(api.post("demo-staff", REQUESTS, body), 400, "malformed");
    }

    @Test
    void json_with_something_behind_it_or_nested_too_deep_is_refused() {
        assertProblem(
                api.post("demo-staff", "/api/v1/subjects/lookup", "{\"phone\":\"13800000001\"} more"),
                400,
                "malformed");
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertProblem(api.post("demo-staff", REQUESTS, deep), 400, "malformed");
        assertFault(api.post("demo-staff", REQUESTS, "{\"scope\":" + deep + "}"), "/scope/0");
    }

    @Test
    void pointers_start_at_the_body_that_was_sent() {
        assertFault(api.post("demo-staff", "/api/v1/subjects/lookup", Map.of("phone", "电话")), "/phone");
        assertFault(api.post("demo-staff", "/api/v1/subjects/lookup", Map.of()), "");
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of("/type", Map.of("subject", Map.of("phone", "13800000001"), "channel", "COUNTER")),
                Arguments.of("/type", request("type", "ERASE_EVERYTHING")),
                Arguments.of("/type", request("type", 0)),
                Arguments.of("/type", request("type", "ACCESS")),
                Arguments.of("/channel", request("channel", "FAX")),
                Arguments.of("/subject", request("subject", Map.of())),
                Arguments.of(
                        "/subject",
                        request("subject", Map.of("phone", "13800000001", "email", "somebody@example.com"))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "电话"))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "1".repeat(100_000)))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "1380000000"))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "+123456"))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "13800000001 王先生"))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "13800000001/139"))),
                Arguments.of("/subject/phone", request("subject", Map.of("phone", "13800000001/13900000001"))),
                Arguments.of("/subject/email", request("subject", Map.of("email", "nobody"))),
                Arguments.of("/subject/subjectId", request("subject", Map.of("subjectId", "1 OR 1=1"))),
                Arguments.of(
                        "/subject/telephone", request("subject", Map.of("phone", "13800000001", "telephone", "1"))),
                Arguments.of("/scope/0", request("scope", List.of("EVERYTHING"))),
                Arguments.of("/receivedAt", request("receivedAt", "yesterday")),
                Arguments.of("/language", request("language", "fr")),
                Arguments.of("/dueAt", request("dueAt", "2036-01-01T00:00:00+08:00")),
                Arguments.of("/note", request("note", "x".repeat(1_000_000))),
                Arguments.of("/note", request("note", Map.of("a", 1))));
    }

    private static Map<String, Object> request(String field, Object value) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("type", "DELETION", "subject", Map.of("phone", "13800000001"), "channel", "COUNTER"));
        body.put(field, value);
        return body;
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void a_wrong_field_is_named_by_its_pointer(String pointer, Map<String, Object> body) {
        assertFault(api.post("demo-staff", REQUESTS, body), pointer);
    }

    @Test
    void times_that_cannot_be_are_refused_for_a_known_person_too() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("receivedAt", "2999-01-01T00:00:00+08:00"),
                Map.entry("receivedAt", "1999-01-01T00:00:00+08:00"),
                Map.entry("scope", List.of()))) {
            Map<String, Object> body = request(wrong.getKey(), wrong.getValue());
            body.put("subject", Map.of("phone", person.phone()));
            assertFault(api.post("demo-staff", REQUESTS, body), "/" + wrong.getKey());
        }
    }

    @Test
    void a_problem_repeats_nothing_that_the_caller_sent() {
        Answer answer = api.post("demo-staff", REQUESTS, request("subject", Map.of("phone", "canary-金丝雀-1")));
        assertThat(answer.text()).doesNotContain("canary", "金丝雀");
    }

    @Test
    void a_body_of_more_than_a_megabyte_is_too_large_whether_it_says_so_or_not() {
        byte[] body = ("{\"note\":\"" + "字".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertProblem(
                api.send(
                        api.request(REQUESTS, "Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body)),
                        api.token("demo-staff")),
                413,
                "too-large");
        assertProblem(
                api.send(
                        api.request(REQUESTS, "Content-Type", "application/json")
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
                        api.token("demo-staff")),
                413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=-1",
                "?page=99999999999999999999",
                "?page=2000000",
                "?size=0",
                "?size=1000000000",
                "?size=abc",
                "?status=OPEN",
                "?type=%27%3BDROP",
                "?dueBefore=soon",
                "?dueBefore=2026-13-40",
                "?dueBefor=2026-12-14",
                "?Status=REVIEW",
                "?sort=asc&page=0"
            })
    void a_parameter_that_cannot_be_used_is_named(String query) {
        Answer answer = api.get("demo-staff", REQUESTS + query);
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(query)
                .startsWith("?"
                        + answer.json().get("errors").get(0).get("parameter").asText() + "=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v1/requests/1",
                "/api/v1/tasks/x",
                "/api/v2/requests",
                "/api/v1/requests/"
            })
    void what_does_not_exist_is_not_found(String path) {
        assertProblem(api.get("demo-staff", path), 404, "not-found");
    }

    @Test
    void an_id_of_nothing_is_answered_like_the_id_of_another_branch() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        String foreign = api.post("demo-staff", REQUESTS, request("subject", Map.of("phone", person.phone())))
                .json()
                .get("id")
                .asText();
        for (String rest : List.of("", "/documents/receipt-zh", "/documents/none")) {
            Answer unknown = api.get("demo-staff-2", REQUESTS + "/" + UUID.randomUUID() + rest);
            Answer other = api.get("demo-staff-2", REQUESTS + "/" + foreign + rest);
            assertProblem(unknown, 404, "not-found");
            assertThat(without(other.json(), "instance")).isEqualTo(without(unknown.json(), "instance"));
        }
        assertProblem(api.post("demo-staff-2", REQUESTS + "/" + foreign + "/cancel", ""), 404, "not-found");
        assertThat(api.get("demo-staff", REQUESTS + "/" + foreign)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("RECEIVED");
    }

    private static JsonNode without(JsonNode json, String field) {
        ((com.fasterxml.jackson.databind.node.ObjectNode) json).remove(field);
        return json;
    }

    @Test
    void methods_and_media_types_are_told() {
        Answer method =
                api.send(api.request(REQUESTS).method("DELETE", BodyPublishers.noBody()), api.token("demo-staff"));
        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        assertProblem(api.get("demo-staff", REQUESTS, "Accept", "image/png"), 406, "not-acceptable");
        assertProblem(
                api.post("demo-staff", REQUESTS, "type=DELETION", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "unsupported-media-type");
        assertProblem(
                api.post("demo-staff", REQUESTS, "<a/>", "Content-Type", "application/xml"),
                415,
                "unsupported-media-type");
    }

    static Stream<Arguments> unreadableForms() {
        String form = "multipart/form-data; boundary=x";
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
        return Stream.of(
                Arguments.of(form, file + "broken off"),
                Arguments.of(form, "--x\r\nContent-Disp"),
                Arguments.of("multipart/form-data", file + "a\r\n--x--\r\n"),
                Arguments.of("multipart/form-data; boundary=", file + "a\r\n--x--\r\n"));
    }

    @ParameterizedTest
    @MethodSource("unreadableForms")
    void a_form_that_cannot_be_read_is_malformed_in_the_callers_language(String type, String body) {
        for (Map.Entry<String, String> told :
                Map.of("en", "The call could not be read", "zh-CN", "看不懂的请求").entrySet()) {
            Answer answer = api.post(
                    "demo-staff", "/api/v1/imports", body, "Content-Type", type, "Accept-Language", told.getKey());
            assertProblem(answer, 400, "malformed");
            assertThat(answer.json().get("title").asText()).isEqualTo(told.getValue());
        }
    }

    @Test
    void a_form_of_thousands_of_parts_is_too_large() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n{}\r\n";
        assertProblem(
                api.post(
                        "demo-staff",
                        "/api/v1/imports",
                        part.repeat(5_000) + "--x--\r\n",
                        "Content-Type",
                        "multipart/form-data; boundary=x"),
                413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "garbage",
                "application/",
                "application/json;charset=no-such-charset",
                "application/json; =",
                "multipart/form-data; boundary=x"
            })
    void a_content_type_that_is_not_taken_is_told_in_the_callers_language(String type) {
        for (Map.Entry<String, String> told :
                Map.of("en", "Media type not supported", "zh", "内容类型不支持").entrySet()) {
            Answer answer = api.post(
                    "demo-staff", REQUESTS, "--x--\r\n", "Content-Type", type, "Accept-Language", told.getKey());
            assertProblem(answer, 415, "unsupported-media-type");
            assertThat(answer.json().get("title").asText()).isEqualTo(told.getValue());
        }
    }

    static Stream<Arguments> textsThatCannotBeKept() {
        String task = "/api/v1/tasks/" + UUID.randomUUID() + "/complete";
        return Stream.of(
                Arguments.of(REQUESTS, "{\"note\": \"a%sb\"}", "/note"),
                Arguments.of(REQUESTS, "{\"language\": \"%s\"}", "/language"),
                Arguments.of(
                        REQUESTS, "{\"subject\": {\"phone\": \"13800000001\", \"name\": \"%s\"}}", "/subject/name"),
                Arguments.of("/api/v1/subjects/lookup", "{\"phone\": \"1380000%s0001\"}", "/phone"),
                Arguments.of("/api/v1/subjects/lookup", "{\"email\": \"a%s@example.com\"}", "/email"),
                Arguments.of(task, "{\"text\": \"%s\"}", "/text"),
                Arguments.of(task, "{\"decisions\": [{\"reason\": \"%s\"}]}", "/decisions/0/reason"));
    }

    @ParameterizedTest
    @MethodSource("textsThatCannotBeKept")
    void a_text_with_a_character_that_cannot_be_kept_is_named(String path, String body, String pointer) {
        for (String unkept : List.of("\\u0000", "\\u0007", "\\u009b", "\\ud83d", "\\ude00\\ud83d")) {
            Answer answer = api.post("demo-staff", path, body.formatted(unkept));
            assertFault(answer, pointer);
            assertThat(answer.json().get("errors").get(0).get("code").asText()).isEqualTo("api.error.characters");
        }
    }

    @Test
    void half_of_a_pair_in_the_bytes_themselves_is_no_json() {
        byte[] body = "{\"note\": \"a?b\"}".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream halved = new ByteArrayOutputStream();
        for (byte each : body) {
            halved.writeBytes(each == '?' ? new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80} : new byte[] {each});
        }
        assertProblem(
                api.send(
                        api.request(REQUESTS, "Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(halved.toByteArray())),
                        api.token("demo-staff")),
                400,
                "malformed");
    }

    @Test
    void a_path_that_the_server_itself_refuses_is_a_problem_too() {
        assertProblem(api.get("demo-staff", REQUESTS + "//x"), 400, "malformed");
        assertProblem(api.get("demo-staff", REQUESTS + "/x;a=b"), 400, "malformed");
    }

    @Test
    void words_come_in_the_callers_language_and_in_chinese_where_we_have_none_of_theirs() {
        String path = REQUESTS + "/" + UUID.randomUUID();
        assertThat(api.get("demo-staff", path, "Accept-Language", "en-GB,zh;q=0.5")
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo("Not found");
        for (String language : List.of("zh-CN", "zh", "fr", "*", "xx-garbage-!")) {
            assertThat(api.get("demo-staff", path, "Accept-Language", language)
                            .json()
                            .get("title")
                            .asText())
                    .as(language)
                    .isEqualTo("找不到");
        }
        assertThat(api.get("demo-staff", path).json().get("title").asText()).isEqualTo("找不到");
        assertThat(api.getWithToken(null, path).json().get("title").asText()).isEqualTo("需要令牌");
        assertThat(api.getWithToken(null, path, "Accept-Language", "en")
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo("A token is needed");
    }

    @Test
    void a_token_without_the_scope_is_forbidden_everywhere() {
        for (String path : List.of(
                REQUESTS, REQUESTS + "/" + UUID.randomUUID(), "/api/v1/tasks", "/api/v1/requests/x/documents/y")) {
            assertProblem(
                    api.get("demo-auditor", path.replace("/x/", "/" + UUID.randomUUID() + "/")), 403, "forbidden");
        }
        assertProblem(api.get("demo-crm", "/api/v1/tasks"), 403, "forbidden");
        assertProblem(
                api.post("demo-shop", "/api/v1/subjects/lookup", Map.of("phone", "13800000001")), 403, "forbidden");
        assertProblem(api.post("demo-legal", REQUESTS, request("note", "")), 403, "forbidden");
    }

    @Test
    void too_many_look_ups_are_told_when_to_go_on() {
        for (int i = 0; i < 600; i++) {
            limits.allow(RateLimits.Rule.API_CALLS, "demo-clerk");
        }
        Answer answer = api.post("demo-clerk", "/api/v1/subjects/lookup", Map.of("phone", "13800000001"));
        assertProblem(answer, 429, "too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertThat(api.get("demo-clerk", REQUESTS).status()).isEqualTo(200);
        assertThat(api.post("demo-staff", "/api/v1/subjects/lookup", Map.of("phone", "13800000001"))
                        .status())
                .isEqualTo(404);
    }
}
