package io.shouxin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.ShouxinApplication;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logs for a collector leave the machine: they are whole JSON and tell of nobody. */
class JsonLogTest {

    @Test
    void every_line_is_json_and_none_has_anything_of_a_client(@TempDir Path directory) throws Exception {
        Path log = directory.resolve("portal.log");
        TestFirm.Client client;
        // Contexts of other tests that are still open would keep the logging that they began with.
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
        try (var portal = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(ShouxinApplication.class, TestFirm.class)
                        .run(
                                "--server.port=0",
                                "--logging.file.name=" + log,
                                "--logging.structured.format.file=ecs",
                                "--logging.level.io.shouxin=debug")) {
            Desks desks = Desks.of(portal);
            desks.firm().open();
            client = desks.firm().client("jsonlog", null);
            RequestId id = desks.submit(client, "canary金丝雀note", ProofMethod.CODE_AND_ID_LAST_SIX);
            desks.decide(id, "clerk", "review-decisions", Map.of("outcome", "APPROVED"));
            desks.closed(id, client.id());
            portal.getBean(EvidenceSequencer.class).sequenceNow();
            failingStatement(portal.getBean(JdbcClient.class), client);
            call(portal.getWebServer().getPort(), "/track?number=" + client.phone());
            call(portal.getWebServer().getPort(), "/api/v1/requests?phone=" + client.phone());
            LoggerFactory.getLogger("some.library")
                    .warn("cannot reach {}", client.phone(), new IllegalStateException("bad id " + client.idNumber()));
        }
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSizeGreaterThan(5);
        ObjectMapper json = new ObjectMapper();
        for (String line : lines) {
            JsonNode entry = json.readTree(line);
            assertThat(entry.has("@timestamp")).isTrue();
            assertThat(entry.has("message")).isTrue();
        }
        assertThat(String.join("\n", lines))
                .contains("cannot reach ***")
                .contains("bad id ***")
                .doesNotContain(client.canaries().toArray(String[]::new))
                .doesNotContain("canary");
    }

    private static void failingStatement(JdbcClient jdbc, TestFirm.Client client) {
        try {
            jdbc.sql("INSERT INTO branch (id, name, sector) VALUES (gen_random_uuid(), ?, 'NOWHERE')")
                    .param(client.phone())
                    .update();
        } catch (DataAccessException refused) {
            LoggerFactory.getLogger(JsonLogTest.class).error("A statement failed", refused);
        }
    }

    private static void call(int port, String path) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
