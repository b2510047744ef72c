package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.shell.rest.ApiCalls.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deletion case from the counter to the certificate, driven by calls of the API alone. */
@ApiTest
class DeletionByApiTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final String TASKS = "/api/v1/tasks";

    private final ApiCalls api;
    private final ApiFirm firm;

    @Autowired
    DeletionByApiTest(ApiCalls api, ApiFirm firm) {
        this.api = api;
        this.firm = firm;
    }

    private String register(ApiFirm.Person person, String... headers) {
        Answer answer = api.post(
                "demo-staff",
                REQUESTS,
                Map.of("type", "DELETION", "subject", Map.of("phone", person.phone()), "channel", "COUNTER"),
                headers);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        firm.work();
        return answer.json().get("id").asText();
    }

    private JsonNode task(String client, String request, String kind) {
        for (JsonNode task : api.get(client, TASKS + "?size=200").json().get("items")) {
            if (task.get("requestId").asText().equals(request)
                    && task.get("kind").asText().equals(kind)) {
                return task;
            }
        }
        throw new AssertionError("No task " + kind + " for " + client + " in " + api.get(client, TASKS + "?size=200"));
    }

    private void decide(String client, String request, String kind, Map<String, Object> fields) {
        Answer answer = complete(client, task(client, request, kind).get("id").asText(), fields);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("state").asText()).isEqualTo("DONE");
        firm.work();
    }

    private Answer complete(String client, String task, Map<String, Object> fields) {
        return api.post(client, TASKS + "/" + task + "/complete", fields);
    }

    private JsonNode read(String request) {
        return api.get("demo-staff", REQUESTS + "/" + request).json();
    }

    private List<String> grounds(String client, String request) {
        List<String> grounds = new ArrayList<>();
        api.get(client, REQUESTS + "/" + request)
                .json()
                .get("secondReviewGrounds")
                .forEach(ground -> grounds.add(ground.asText()));
        return grounds;
    }

    private void prove(String request) {
        decide("demo-staff", request, "await-proof", Map.of("method", "SEEN_AT_COUNTER", "text", "身份证原件"));
    }

    @Test
    void what_no_law_keeps_is_gone_and_certified_and_what_a_law_keeps_is_confirmed_by_a_second_person() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        firm.sale(person, ApiFirm.BROKERS, LocalDate.of(2024, 5, 6), LocalDate.of(2024, 8, 9));
        firm.sale(person, ApiFirm.BROKERS, LocalDate.of(2023, 5, 6), null);
        String request = register(person);
        assertThat(read(request).get("status").asText()).isEqualTo("AWAITING_PROOF");
        assertThat(task("demo-staff", request, "await-proof").get("state").asText())
                .isEqualTo("WAITING");
        prove(request);

        assertThat(read(request).get("status").asText()).isEqualTo("OFFICER_REVIEW");
        String officers =
                task("demo-officer", request, "officer-decisions").get("id").asText();
        assertThat(api.get("demo-staff", TASKS + "/" + officers).status())
                .as("a clerk may not decide what is the officer's")
                .isEqualTo(404);
        assertThat(complete("demo-staff", officers, Map.of()).status()).isEqualTo(404);
        assertThat(complete("demo-officer", officers, Map.of()).status()).isEqualTo(422);
        decide("demo-officer", request, "officer-decisions", Map.of("decisions", keepAllOpen(request)));

        assertThat(read(request).get("status").asText()).isEqualTo("REVIEW");
        decide("demo-staff", request, "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(read(request).get("status").asText()).isEqualTo("SECOND_REVIEW");
        assertThat(grounds("demo-reviewer", request))
                .as("something is kept, and the clerk has also seen the identity card")
                .containsExactlyInAnyOrder("KEPT", "OWN_ATTESTATION");
        assertThat(api.get("demo-crm", REQUESTS + "/" + request).json().has("secondReviewGrounds"))
                .as("is no integrator's affair")
                .isFalse();
        decide("demo-reviewer", request, "second-review", Map.of("outcome", "APPROVED"));

        JsonNode closed = read(request);
        assertThat(closed.has("secondReviewGrounds")).isFalse();
        assertThat(closed.get("status").asText()).as(closed.toString()).isEqualTo("CLOSED");
        assertThat(closed.get("outcome").asText()).isEqualTo("PARTLY_COMPLETED");
        assertThat(closed.get("systems").get(0).get("verified").asBoolean()).isTrue();
        assertThat(closed.get("documents").findValuesAsText("name"))
                .contains("letter-zh", "letter-en", "certificate-zh", "certificate-en");
        for (JsonNode document : closed.get("documents")) {
            assertThat(api.get("demo-staff", document.get("href").asText()).text())
                    .startsWith("%PDF");
        }
        JsonNode left = api.post("demo-staff", "/api/v1/subjects/lookup", Map.of("subjectId", person.id()))
                .json();
        assertThat(left.get("recordsByCategory").has("DEMAND")).isFalse();
        assertThat(left.get("recordsByCategory").get("TRANSACTION").asInt()).isEqualTo(2);
        for (JsonNode decision : closed.get("decisions")) {
            assertThat(decision.get("reasonText").asText()).isNotBlank().doesNotContain("!");
            assertThat(decision.get("title").asText()).isNotBlank().doesNotContain("!");
        }
        for (JsonNode step : closed.get("steps")) {
            assertThat(step.get("text").asText()).isNotBlank().doesNotContain("!");
        }
        letterOnlyForWhoSentItIn(request);
    }

    private void letterOnlyForWhoSentItIn(String request) {
        JsonNode seen = api.get("demo-crm", REQUESTS + "/" + request).json();
        assertThat(seen.get("documents").findValuesAsText("name"))
                .contains("certificate-zh")
                .doesNotContain("letter-zh");
        assertThat(api.get("demo-crm", REQUESTS + "/" + request + "/documents/letter-zh")
                        .status())
                .isEqualTo(404);
    }

    private List<Map<String, Object>> keepAllOpen(String request) {
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (JsonNode decision : read(request).get("decisions")) {
            if (decision.get("outcome").asText().equals("OFFICER_DECIDES")) {
                assertThat(decision.get("alternatives").toString()).contains("RESTRICT_STORAGE_ONLY");
                decisions.add(Map.of(
                        "recordId",
                        decision.get("recordId").asText(),
                        "outcome",
                        "RESTRICT_STORAGE_ONLY",
                        "until",
                        LocalDate.now().plusYears(9).toString(),
                        "reason",
                        "交易结束日期待查，按保存期限处理"));
            }
        }
        assertThat(decisions).isNotEmpty();
        return decisions;
    }

    @Test
    void somebody_of_whom_nothing_is_kept_is_unknown_afterwards() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        String key = UUID.randomUUID().toString();
        String request = register(person, "Idempotency-Key", key);
        prove(request);
        decide("demo-staff", request, "review-decisions", Map.of("outcome", "APPROVED"));
        assertThat(read(request).get("status").asText())
                .as("whoever has vouched for somebody does not erase their data alone")
                .isEqualTo("SECOND_REVIEW");
        assertThat(grounds("demo-reviewer", request)).containsExactly("OWN_ATTESTATION");
        decide("demo-reviewer", request, "second-review", Map.of("outcome", "APPROVED"));

        assertThat(read(request).get("outcome").asText()).isEqualTo("COMPLETED");
        assertThat(register(person, "Idempotency-Key", key))
                .as("a call that is repeated afterwards")
                .isEqualTo(request);
        assertThat(api.post("demo-staff", "/api/v1/subjects/lookup", Map.of("phone", person.phone()))
                        .status())
                .isEqualTo(404);
        JsonNode gone = api.post("demo-staff", "/api/v1/subjects/lookup", Map.of("subjectId", person.id()))
                .json();
        assertThat(gone.get("status").asText()).isEqualTo("ERASED");
        assertThat(gone.get("recordsByCategory")).isEmpty();

        Answer anew = api.post("demo-staff", REQUESTS, counter(person.id()));
        assertThat(anew.status()).as(anew.toString()).isEqualTo(410);
        assertThat(anew.type()).isEqualTo("urn:shouxin:problem:subject-erased");
        assertThat(api.post("demo-crm", REQUESTS, api(person.id())).status()).isEqualTo(410);
        Answer elsewhere = api.post("demo-staff-2", REQUESTS, counter(person.id()));
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(elsewhere.text())
                .as("erased and never known are alike to another branch")
                .isEqualTo(api.post("demo-staff-2", REQUESTS, counter(UUID.randomUUID()))
                        .text());
    }

    private static Map<String, Object> counter(UUID person) {
        return request(person, "COUNTER");
    }

    private static Map<String, Object> api(UUID person) {
        return request(person, "API");
    }

    private static Map<String, Object> request(UUID person, String channel) {
        return Map.of("type", "DELETION", "subject", Map.of("subjectId", person), "channel", channel);
    }

    @Test
    void who_has_touched_a_case_is_not_its_second_person() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        firm.sale(person, ApiFirm.BROKERS, LocalDate.of(2024, 5, 6), LocalDate.of(2024, 8, 9));
        Answer made = api.post(
                "demo-reviewer",
                REQUESTS,
                Map.of("type", "DELETION", "subject", Map.of("phone", person.phone()), "channel", "COUNTER"));
        firm.work();
        String request = made.json().get("id").asText();
        prove(request);
        decide("demo-staff", request, "review-decisions", Map.of("outcome", "APPROVED"));

        JsonNode second = task("demo-reviewer", request, "second-review");
        assertThat(second.get("mayDecide").asBoolean()).isFalse();
        Answer refused = complete("demo-reviewer", second.get("id").asText(), Map.of("outcome", "APPROVED"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.type()).isEqualTo("urn:shouxin:problem:forbidden");
        assertThat(api.post("demo-reviewer", TASKS + "/" + second.get("id").asText() + "/claim", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_returned_a_case_may_confirm_it_once_it_is_mended() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS);
        firm.sale(person, ApiFirm.BROKERS, LocalDate.of(2024, 5, 6), LocalDate.of(2024, 8, 9));
        String request = register(person);
        prove(request);
        decide("demo-staff", request, "review-decisions", Map.of("outcome", "APPROVED"));
        decide("demo-reviewer", request, "second-review", Map.of("outcome", "RETURNED", "text", "保留期限请再核对"));
        JsonNode again = task("demo-staff", request, "review-decisions");
        Answer unchanged = complete("demo-staff", again.get("id").asText(), Map.of("outcome", "APPROVED"));
        assertThat(unchanged.status()).isEqualTo(422);
        assertThat(unchanged.json().toString()).contains("/reply");
        decide("demo-staff", request, "review-decisions", Map.of("outcome", "APPROVED", "reply", "已核对，期限无误"));
        decide("demo-reviewer", request, "second-review", Map.of("outcome", "APPROVED"));

        assertThat(read(request).get("outcome").asText()).isEqualTo("PARTLY_COMPLETED");
    }

    @Test
    void a_task_in_another_hand_names_the_holder_and_a_decided_one_is_gone() {
        String request = register(firm.person(ApiFirm.BROKERS));
        prove(request);
        JsonNode review = task("demo-staff", request, "review-decisions");
        String path = TASKS + "/" + review.get("id").asText();
        String free = api.get("demo-staff", path).header("ETag");

        Answer claimed = api.post("demo-staff", path + "/claim", "");
        assertThat(claimed.json().get("mine").asBoolean()).isTrue();
        assertThat(api.post("demo-staff", path + "/claim", "").status())
                .as("again")
                .isEqualTo(200);
        for (String action : List.of("/claim", "/complete")) {
            Answer refused = api.post("demo-clerk", path + action, "{\"outcome\":\"APPROVED\"}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).isEqualTo("urn:shouxin:problem:already-claimed");
            assertThat(refused.json().get("holder").asText()).isEqualTo("王芳");
            assertThat(refused.json().get("detail").asText()).contains("王芳");
        }
        assertThat(api.post("demo-staff", path + "/complete", "{\"outcome\":\"APPROVED\"}", "If-Match", free)
                        .status())
                .isEqualTo(412);
        assertThat(ids("demo-staff", "?assignee=me&size=200"))
                .contains(review.get("id").asText());
        assertThat(ids("demo-staff", "?candidate=me&size=200"))
                .doesNotContain(review.get("id").asText());
        assertThat(ids("demo-clerk", "?size=200"))
                .doesNotContain(review.get("id").asText());
        assertThat(ids("demo-staff-2", "?size=200"))
                .doesNotContain(review.get("id").asText());
        assertThat(api.get("demo-staff-2", path).status()).isEqualTo(404);
        assertThat(api.post("demo-staff-2", path + "/claim", "").status()).isEqualTo(404);
        assertThat(api.post("demo-staff-2", path + "/complete", "{\"outcome\":\"APPROVED\"}")
                        .status())
                .isEqualTo(404);

        assertThat(api.post("demo-clerk", path + "/unclaim", "").status())
                .as("a colleague does not take it away")
                .isEqualTo(403);
        assertThat(api.post("demo-officer", path + "/unclaim", "").json().has("assignee"))
                .as("the officer gives it back for who is away")
                .isFalse();
        assertThat(api.post("demo-officer", path + "/claim", "").status())
                .as("but it stays the clerks' work")
                .isEqualTo(403);
        assertThat(api.post("demo-staff", path + "/claim", "").status()).isEqualTo(200);
        assertThat(api.post("demo-staff", path + "/unclaim", "").json().has("assignee"))
                .isFalse();
        assertThat(complete("demo-clerk", review.get("id").asText(), Map.of("outcome", "APPROVED"))
                        .status())
                .isEqualTo(200);
        for (String action : List.of("/claim", "/complete")) {
            Answer gone = api.post("demo-staff", path + action, "{\"outcome\":\"APPROVED\"}");
            assertThat(gone.status()).as(gone.toString()).isEqualTo(410);
            assertThat(gone.type()).isEqualTo("urn:shouxin:problem:task-gone");
        }
    }

    @Test
    void a_decision_with_wrong_fields_changes_nothing() {
        String request = register(firm.person(ApiFirm.BROKERS));
        prove(request);
        String review =
                task("demo-staff", request, "review-decisions").get("id").asText();
        Map<String, Object> change = Map.of(
                "recordId",
                read(request).get("decisions").get(0).get("recordId").asText(),
                "outcome",
                "REFUSE");
        for (Map.Entry<String, Map<String, Object>> wrong : Map.<String, Map<String, Object>>of(
                        "/outcome", Map.of(),
                        "/code", Map.of("outcome", "REFUSED"),
                        "/text", Map.of("outcome", "ASK_CLIENT"),
                        "/verdict", Map.of("outcome", "APPROVED", "verdict", "x"),
                        "/decisions/0/reason", Map.of("outcome", "APPROVED", "decisions", List.of(change)),
                        "/decisions/0/recordId",
                                Map.of(
                                        "outcome",
                                        "APPROVED",
                                        "decisions",
                                        List.of(Map.of("recordId", UUID.randomUUID()))))
                .entrySet()) {
            Answer answer = complete("demo-staff", review, wrong.getValue());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.json().get("errors").findValuesAsText("pointer")).containsExactly(wrong.getKey());
        }
        assertThat(read(request).get("status").asText()).isEqualTo("REVIEW");
        assertThat(api.get("demo-staff", TASKS + "?assignee=somebody").status()).isEqualTo(400);
        assertThat(api.get("demo-staff", TASKS + "?dueBefore=2000-01-01")
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    private List<String> ids(String client, String query) {
        return api.get(client, TASKS + query).json().get("items").findValuesAsText("id");
    }
}
