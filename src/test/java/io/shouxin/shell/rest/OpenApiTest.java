package io.shouxin.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The published description of the API. */
@ApiTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("docs", "api", "openapi.json");

    private final ApiCalls api;

    @Autowired
    OpenApiTest(ApiCalls api) {
        this.api = api;
    }

    /** After a change that is meant: {@code mvn test -Dtest=OpenApiTest -DargLine=-Dopenapi.write=true}. */
    @Test
    void the_committed_description_is_what_the_code_says() throws IOException {
        String now = ApiCalls.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                api.getWithToken(null, "/api/openapi.json").json())
                        .replace("\r\n", "\n")
                + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now, StandardCharsets.UTF_8);
        }
        assertThat(now)
                .isEqualTo(Files.readString(COMMITTED, StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void it_is_openapi_3_1_and_names_scope_summary_and_problems_of_every_call() {
        JsonNode description = api.getWithToken(null, "/api/openapi.json").json();
        assertThat(description.get("openapi").asText()).startsWith("3.1");
        assertThat(description.get("paths")).isNotEmpty();
        assertThat(description.at("/components/schemas/Problem/properties").has("errors"))
                .isTrue();
        description.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(call -> {
                    String name = call.getKey() + " " + path.getKey();
                    assertThat(path.getKey()).startsWith("/api/v1/");
                    assertThat(call.getValue().path("summary").asText())
                            .as(name)
                            .isNotBlank();
                    assertThat(call.getValue().at("/security/0/oauth2"))
                            .as(name)
                            .hasSize(1);
                    for (String status : new String[] {"401", "403", "500"}) {
                        assertThat(call.getValue()
                                        .at("/responses/" + status + "/content/application~1problem+json")
                                        .isMissingNode())
                                .as(name + " " + status)
                                .isFalse();
                    }
                }));
    }

    /** Made from the description, so that a call that is added later without a scope fails here. */
    @Test
    void every_call_refuses_a_token_without_its_scope_and_nobody_without_a_token() {
        JsonNode paths = api.getWithToken(null, "/api/openapi.json").json().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String real = path.getKey()
                    .replaceAll("\\{name}", "receipt-zh")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                boolean post = call.getKey().equals("post");
                String valid = "{\"phone\":\"13800000001\",\"type\":\"DELETION\",\"channel\":\"API\"}";
                assertThat((post ? api.postWithToken(null, real, valid) : api.getWithToken(null, real)).status())
                        .as(call.getKey() + " " + real)
                        .isEqualTo(401);
                ApiCalls.Answer refused =
                        post ? api.post("demo-nothing", real, body(real)) : api.get("demo-nothing", real);
                if (!real.endsWith("/imports")) { // takes a form, see ImportsApiTest
                    assertThat(refused.status())
                            .as(call.getKey() + " " + real + refused)
                            .isEqualTo(403);
                }
            }
        }
    }

    private static String body(String path) {
        if (path.endsWith("/lookup")) {
            return "{\"phone\":\"13800000001\"}";
        }
        return path.endsWith("/requests")
                ? "{\"type\":\"DELETION\",\"channel\":\"API\",\"subject\":{\"phone\":\"13800000001\"}}"
                : "{}";
    }
}
