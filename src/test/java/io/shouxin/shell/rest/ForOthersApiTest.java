package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.shell.rest.ApiCalls.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests for others, as integrators send them in and tools of the staff check them. */
@ApiTest
class ForOthersApiTest {

    private static final String REQUESTS = "/api/v1/requests";

    private final ApiCalls api;
    private final ApiFirm firm;

    @Autowired
    ForOthersApiTest(ApiCalls api, ApiFirm firm) {
        this.api = api;
        this.firm = firm;
    }

    @Test
    void a_known_and_an_unknown_person_are_answered_alike_and_without_a_word_of_them() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS, "何七", "13711117777");
        JsonNode known =
                api.post("demo-shop", REQUESTS, agent("何七", person.phone())).json();
        JsonNode unknown =
                api.post("demo-shop", REQUESTS, agent("何八", "13711118888")).json();

        assertThat(List.<String>copyOf(names(known))).isEqualTo(names(unknown));
        JsonNode detail =
                api.get("demo-shop", REQUESTS + "/" + known.get("id").asText()).json();
        assertThat(detail.get("capacity").asText()).isEqualTo("AGENT");
        assertThat(detail.toString())
                .doesNotContain("何七", person.phone(), person.id().toString());
    }

    @Test
    void what_does_not_go_together_is_refused_with_the_field() {
        Map<String, Object> guardian = agent("何九", "");
        onBehalf(guardian).put("capacity", "GUARDIAN");
        assertPointer(api.post("demo-shop", REQUESTS, guardian), "/onBehalf/ward");
        Map<String, Object> relative = agent("何九", "");
        onBehalf(relative).put("capacity", "RELATIVE");
        assertPointer(api.post("demo-shop", REQUESTS, relative), "/onBehalf/interest");
        Map<String, Object> named = agent("何九", "");
        named.put("subject", Map.of("phone", "13711119999"));
        assertPointer(api.post("demo-shop", REQUESTS, named), "/subject");
    }

    @Test
    void staff_check_the_papers_and_missing_ones_are_refused() {
        ApiFirm.Person person = firm.person(ApiFirm.BROKERS, "何十", "13711110010");
        Map<String, Object> body = agent("何十", person.phone());
        body.put("channel", "COUNTER");
        body.put("subject", Map.of("subjectId", person.id()));
        Answer registered = api.post("demo-staff", REQUESTS, body);
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String id = registered.json().get("id").asText();
        firm.work();
        String task = task(id);

        Answer missing = complete(task, List.of(paper("IDENTITY_DOCUMENT")));
        assertPointer(missing, "/papers");
        Answer foreign = complete(task, List.of(paper("DEATH_CERTIFICATE")));
        assertPointer(foreign, "/papers");
        Answer confirmed = complete(task, List.of(paper("IDENTITY_DOCUMENT"), paper("POWER_OF_ATTORNEY")));
        assertThat(confirmed.status()).as(confirmed.toString()).isLessThan(300);
        firm.work();
        assertThat(api.get("demo-staff", REQUESTS + "/" + id)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("REVIEW");
    }

    private Answer complete(String task, List<Map<String, String>> papers) {
        return api.post(
                "demo-staff", "/api/v1/tasks/" + task + "/complete", Map.of("outcome", "CONFIRMED", "papers", papers));
    }

    private static Map<String, String> paper(String code) {
        return Map.of("paper", code, "sight", "ORIGINAL");
    }

    private String task(String request) {
        for (JsonNode task :
                api.get("demo-staff", "/api/v1/tasks?size=200").json().get("items")) {
            if (task.get("requestId").asText().equals(request)
                    && task.get("kind").asText().equals("check-authority")) {
                return task.get("id").asText();
            }
        }
        throw new AssertionError("No task check-authority of request " + request);
    }

    private static void assertPointer(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.text()).contains(pointer);
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> onBehalf(Map<String, Object> body) {
        return (Map<String, Object>) Objects.requireNonNull(body.get("onBehalf"));
    }

    private static Map<String, Object> agent(String name, String phone) {
        Map<String, Object> onBehalf = new HashMap<>(Map.of(
                "capacity", "AGENT",
                "requester", Map.of("name", "赵某", "phone", "13612340001"),
                "person", Map.of("name", name, "phone", phone)));
        return new HashMap<>(Map.of("type", "DELETION", "channel", "API", "onBehalf", onBehalf));
    }
}
