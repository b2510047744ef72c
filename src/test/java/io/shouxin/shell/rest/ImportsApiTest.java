package io.shouxin.shell.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.record.Imports;
import io.shouxin.shared.NotFound;
import io.shouxin.shell.rest.ApiCalls.Answer;
import io.shouxin.spine.TestFirm;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.User;
import org.springframework.transaction.support.TransactionTemplate;

/** Spreadsheets that a tool sends. */
@ApiTest
class ImportsApiTest {

    private static final String IMPORTS = "/api/v1/imports";

    private final ApiCalls api;
    private final Imports imports;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    @Autowired
    ImportsApiTest(ApiCalls api, Imports imports, TransactionTemplate transactions, JdbcClient jdbc) {
        this.api = api;
        this.imports = imports;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private Answer upload(String client, byte[] content, Map<String, String> fields, String... headers) {
        return api.upload(client, IMPORTS, content, fields, headers);
    }

    private JsonNode finished(String client, Answer accepted) {
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String id = accepted.json().get("id").asText();
        assertThat(accepted.header("Location")).isEqualTo(IMPORTS + "/" + id);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> api.get(client, IMPORTS + "/" + id).json(),
                        progress -> progress.get("state").asText().matches("COMPLETED|FAILED|NEEDS_MAPPING"));
    }

    private static String list(String name, String phone) {
        return "姓名,手机号,意向\n" + name + "," + phone + ",两房\n李四," + phone.substring(0, 10) + "9,三房\n,,只有备注\n";
    }

    @Test
    void a_list_in_gb18030_becomes_people_who_are_found_afterwards_and_rows_left_out_say_why() {
        byte[] content = list("张三", "13611110001").getBytes(Charset.forName("GB18030"));
        JsonNode done = finished("demo-staff", upload("demo-staff", content, Map.of()));

        assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("COMPLETED");
        assertThat(done.get("people").asInt()).isEqualTo(2);
        assertThat(done.get("progress").asDouble()).isEqualTo(1);
        assertThat(done.get("columns").findValuesAsText("field")).contains("NAME", "PHONE");
        JsonNode rejects = api.get("demo-staff", IMPORTS + "/" + done.get("id").asText() + "/rejects")
                .json();
        assertThat(rejects).hasSize(done.get("rejected").asInt());
        rejects.forEach(
                reject -> assertThat(reject.get("reason").asText()).isNotBlank().doesNotContain("!"));
        Answer csv = api.get("demo-staff", IMPORTS + "/" + done.get("id").asText() + "/rejects", "Accept", "text/csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Disposition")).startsWith("attachment;");
        assertThat(api.post("demo-staff", "/api/v1/subjects/lookup", Map.of("phone", "136 1111 0001"))
                        .status())
                .isEqualTo(200);

        JsonNode again = finished("demo-staff", upload("demo-staff", content, Map.of()));
        assertThat(again.get("records").asInt()).as("nothing doubles").isZero();
        assertThat(again.get("peopleKnown").asInt()).isEqualTo(2);
    }

    @Test
    void a_caller_says_in_which_charset_and_under_which_row_of_heads_a_list_is_read() {
        byte[] content = list("梁志明", "13644440001").getBytes(Charset.forName("UTF-16LE"));
        JsonNode done = finished(
                "demo-staff",
                upload(
                        "demo-staff",
                        content,
                        Map.of("reading", "{\"charset\": \"UTF-16LE\", \"headers\": {\"1\": 1}}")));
        assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("COMPLETED");
        for (String wrong : List.of("no json", "{\"headers\": {\"0\": 1}}", "{\"sheets\": {\"a\": true}}", "null")) {
            Answer refused = upload("demo-staff", content, Map.of("reading", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.json().get("errors").findValuesAsText("pointer")).containsExactly("/reading");
        }
        Answer other = upload("demo-staff", content, Map.of("reading", "{\"charset\": \"IBM037\"}"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void the_same_key_gives_the_same_import() {
        byte[] content = list("王五", "13622220001").getBytes(UTF_8);
        String key = UUID.randomUUID().toString();
        Answer first = upload("demo-staff", content, Map.of(), "Idempotency-Key", key);
        assertThat(upload("demo-staff", content, Map.of(), "Idempotency-Key", key)
                        .text())
                .isEqualTo(first.text());
        Answer other =
                upload("demo-staff", list("王六", "13622220002").getBytes(UTF_8), Map.of(), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).isEqualTo("urn:shouxin:problem:idempotency-key-reused");
    }

    @Test
    void an_import_of_another_branch_is_not_found() {
        String id = upload("demo-staff", list("赵七", "13633330001").getBytes(UTF_8), Map.of())
                .json()
                .get("id")
                .asText();
        for (String rest : new String[] {"", "/rejects"}) {
            assertThat(api.get("demo-staff-2", IMPORTS + "/" + id + rest).status())
                    .isEqualTo(404);
            assertThat(api.get("demo-staff-2", IMPORTS + "/" + UUID.randomUUID() + rest)
                            .status())
                    .isEqualTo(404);
        }
        Answer foreign = upload(
                "demo-staff-2", list("a", "13633330001").getBytes(UTF_8), Map.of("branch", ApiFirm.BROKERS.toString()));
        assertThat(foreign.status()).isEqualTo(422);
    }

    @Test
    void what_is_no_spreadsheet_and_what_has_no_names_is_told_in_words() {
        byte[] rubbish = new byte[5000];
        new java.util.Random(7).nextBytes(rubbish);
        JsonNode failed = finished("demo-staff", upload("demo-staff", rubbish, Map.of()));
        assertThat(failed.get("state").asText()).isEqualTo("FAILED");
        assertThat(failed.get("failure").asText()).isNotBlank().doesNotContain("!");

        byte[] strange = "甲,乙\n1,2\n3,4\n".getBytes(UTF_8);
        assertThat(finished("demo-staff", upload("demo-staff", strange, Map.of()))
                        .get("state")
                        .asText())
                .isEqualTo("NEEDS_MAPPING");
        String mapping = "{\"甲\": \"NAME\", \"乙\": \"PHONE\"}";
        JsonNode mapped = finished(
                "demo-staff",
                upload("demo-staff", strange, Map.of("mapping", mapping, "branch", ApiFirm.BROKERS.toString())));
        assertThat(mapped.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(mapped.get("columns").findValuesAsText("how")).containsOnly("CHOSEN");
        assertThat(mapped.get("branchId").asText()).isEqualTo(ApiFirm.BROKERS.toString());
    }

    @Test
    void an_import_that_was_given_up_has_failed_and_says_so_in_words_and_another_branch_does_not_give_it_up() {
        byte[] content = list("吴十", "13666660001").getBytes(UTF_8);
        UUID id = as(
                "demo-staff",
                () -> transactions.execute(before -> {
                    UUID received = imports.receive("people.csv", content, ApiFirm.BROKERS, null);
                    imports.pause(received);
                    return received;
                }));
        String path = IMPORTS + "/" + id;
        assertThat(api.get("demo-staff", path).json().get("finishedAt")).isNull();
        assertThatThrownBy(() -> as("demo-staff-2", () -> {
                    imports.giveUp(id);
                    return id;
                }))
                .isInstanceOf(NotFound.class);
        as("demo-staff", () -> {
            imports.giveUp(id);
            return id;
        });
        JsonNode ended = api.get("demo-staff", path).json();
        assertThat(ended.get("state").asText()).isEqualTo("FAILED");
        assertThat(ended.get("failure").asText()).contains("什么都没有导入", "文件已销毁");
        assertThat(ended.get("people").asInt()).isZero();
        assertThat(ended.get("finishedAt").asText()).isNotBlank();
        assertThat(api.get("demo-staff", path, "Accept-Language", "en")
                        .json()
                        .get("failure")
                        .asText())
                .startsWith("Nothing was imported");
        assertThat(api.get("demo-staff-2", path).status()).isEqualTo(404);
    }

    @Test
    void
            a_list_of_left_out_rows_that_breaks_off_on_its_way_is_no_whole_answer_and_one_that_fails_before_is_a_problem() {
        String remark = "只有备注".repeat(20);
        String id = finished("demo-staff", upload("demo-staff", leftOut(300, remark), Map.of()))
                .get("id")
                .asText();
        String path = IMPORTS + "/" + id + "/rejects";
        assertThat(api.get("demo-staff", path, "Accept", "text/csv").text().lines())
                .hasSize(301);
        addUnreadable(id, 400);
        assertThatThrownBy(() -> api.get("demo-staff", path, "Accept", "text/csv"))
                .isInstanceOf(UncheckedIOException.class);
        addUnreadable(id, 1);
        Answer failed = api.get("demo-staff", path, "Accept", "text/csv");
        assertThat(failed.status()).as(failed.toString()).isEqualTo(500);
        assertThat(failed.type()).isEqualTo("urn:shouxin:problem:internal");
    }

    private static byte[] leftOut(int rows, String remark) {
        return ("姓名,手机号,备注\n钱一,13677770001,好\n" + (",," + remark + "\n").repeat(rows)).getBytes(UTF_8);
    }

    /** A row whose cells nobody can open. */
    private void addUnreadable(String id, int row) {
        assertThat(jdbc.sql("""
                        INSERT INTO import_problem (id, import_id, sheet_no, row_number, position, code, severity, left_out, ciphertext)
                        SELECT gen_random_uuid(), import_id, sheet_no, ?, 0, code, severity, true, decode(repeat('00', 60), 'hex')
                        FROM import_problem WHERE import_id = ?::uuid AND row_number = 3 AND position = 0
                        """).params(row, id).update()).isOne();
    }

    private static <T> T as(String username, Supplier<T> work) {
        var user = User.withUsername(username).password("").roles("STAFF").build();
        return TestFirm.as(new UsernamePasswordAuthenticationToken(user, null, user.getAuthorities()), work);
    }

    @Test
    void a_form_without_a_file_or_with_wrong_fields_is_refused() {
        byte[] content = list("孙八", "13644440001").getBytes(UTF_8);
        Answer without = api.sendForm("demo-staff", IMPORTS, ("--" + ApiCalls.BOUNDARY + "--\r\n").getBytes(UTF_8));
        assertThat(without.status()).as(without.toString()).isIn(400, 422);
        assertThat(without.isProblem()).isTrue();
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("mapping", "no json"),
                Map.of("mapping", "[1]"),
                Map.of("mapping", "{\"姓名\": null}"),
                Map.of("mapping", "{\"姓名\": \"NO_SUCH_FIELD\"}"))) {
            Answer refused = upload("demo-staff", content, wrong);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.json().get("errors").findValuesAsText("pointer")).containsExactly("/mapping");
        }
        assertThat(upload("demo-staff", new byte[0], Map.of()).status()).isEqualTo(422);
        assertThat(upload("demo-staff", content, Map.of("branch", "x")).status())
                .isEqualTo(422);
        Answer json = api.post("demo-staff", IMPORTS, Map.of());
        assertThat(json.status()).isEqualTo(415);
    }

    @Test
    void a_file_of_more_than_fifty_megabytes_is_too_large() {
        Answer answer = upload("demo-staff", new byte[51 * 1024 * 1024], Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void only_who_may_import_imports() {
        byte[] content = list("周九", "13655550001").getBytes(UTF_8);
        assertThat(upload("demo-crm", content, Map.of()).status()).isEqualTo(403);
        assertThat(upload("demo-nothing", content, Map.of()).status()).isEqualTo(403);
        assertThat(upload("demo-reviewer", content, Map.of()).status()).isEqualTo(403);
        assertThat(api.sendForm(null, IMPORTS, new byte[0]).status()).isEqualTo(401);
    }
}
