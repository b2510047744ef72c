package io.shouxin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.evidence.EvidenceReader;
import io.shouxin.platform.DataDirectory;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What a collector of figures gets, and who gets it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(tracing = false)
@Import(TestFirm.class)
class MetricsTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final int port;
    private final Desks desks;
    private final DataDirectory data;
    private final EvidenceReader evidence;

    @Autowired
    MetricsTest(@LocalServerPort int port, ApplicationContext context, DataDirectory data, EvidenceReader evidence) {
        this.port = port;
        this.desks = Desks.of(context);
        this.data = data;
        this.evidence = evidence;
    }

    @BeforeEach
    void open() {
        desks.firm().open();
    }

    @Test
    void without_the_token_nobody_gets_figures_and_nothing_else_of_the_actuator_is_there() throws Exception {
        assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(403);
        assertThat(get("/actuator/prometheus", "Bearer wrong").statusCode()).isEqualTo(403);
        assertThat(get("/actuator/env", "Bearer " + token()).statusCode()).isEqualTo(403);
        assertThat(get("/actuator/health", null).body())
                .startsWith("{\"status\":\"UP\"")
                .doesNotContain("components", "details");
    }

    @Test
    void the_business_is_counted_by_step_and_nobody_is_named() throws Exception {
        TestFirm.Client client = desks.firm().client("metrics", null);
        RequestId id = desks.submit(client, "canary金丝雀note", ProofMethod.CODE_AND_ID_LAST_SIX);
        desks.task(id, "clerk", "review-decisions");
        get("/staff/cases/" + id, null);
        await().until(() -> evidence.latestCheckpoint().isPresent());

        HttpResponse<String> scrape = get("/actuator/prometheus", "Bearer " + token());
        assertThat(scrape.statusCode()).isEqualTo(200);
        String figures = scrape.body();
        assertThat(figures)
                .contains("shouxin_requests_open{step=\"review\"} 1.0")
                .contains("shouxin_requests_open{step=\"erasing\"} 0.0")
                .contains("shouxin_requests_late 0.0")
                .contains("shouxin_requests_due_soon 0.0")
                .contains("shouxin_tasks_open 1.0")
                .contains("shouxin_tasks_taken 0.0")
                .contains("shouxin_imports_running 0.0")
                .contains("shouxin_messages_waiting 0.0")
                .contains("shouxin_erasures_unrecorded 0.0")
                .contains("shouxin_keys_epochs 1.0")
                .contains("shouxin_backup_age_seconds NaN")
                .containsPattern("shouxin_evidence_pending \\d")
                .containsPattern("shouxin_evidence_checkpoint_age_seconds \\d")
                .containsPattern("shouxin_tasks_oldest_untaken_seconds \\d")
                .containsPattern("shouxin_keys_epoch_age_seconds \\d")
                .containsPattern("shouxin_data_free_bytes \\d")
                .containsPattern("hikaricp_connections_active\\{pool=\"app\"")
                .containsPattern("jvm_memory_used_bytes");
        assertThat(figures)
                .doesNotContain(client.canaries().toArray(String[]::new))
                .doesNotContain("canary");
        assertThat(ID.matcher(figures).find()).as("no id is a label").isFalse();
        assertThat(figures.lines().filter(line -> line.startsWith("shouxin_")))
                .as("a label's values are few and fixed")
                .hasSizeLessThan(40);
    }

    private String token() throws IOException {
        return Files.readString(data.path().resolve("secrets/metrics-token")).strip();
    }

    private HttpResponse<String> get(String path, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
