package io.shouxin.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.shouxin.shared.Texts;
import io.shouxin.testing.PostgresForTests;
import io.shouxin.testing.RunningJar;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a firm gets: the packaged jar, started with {@code java -jar} in an empty directory. */
class PackagedJarIT extends BrowserSteps {

    private static final String NUMBER = "13800010002";
    private static final String SCOPES = "records:read requests:read requests:write";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private @Nullable RunningJar jar;

    PackagedJarIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Override
    String url(String path) {
        return Objects.requireNonNull(jar).url(path);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (jar != null) {
            jar.close();
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void it_serves_clients_and_tools_and_what_it_holds_survives_a_kill_and_is_found_from_elsewhere(
            @TempDir Path elsewhere) throws Exception {
        start(directory, Map.of());
        assertThat(directory.resolve("data").resolve("postgres"))
                .as("where nothing is said, beside the place it is started in")
                .isDirectory();
        Page page = phone("zh-CN");
        page.navigate(url("/"));
        assertThat(page.locator("h1")).hasText(Texts.chinese().get("client.home.title"));
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> call("/api/v1/subjects/lookup", person()).statusCode() == 200);
        page.navigate(url("/mine"));
        identify(page, NUMBER);
        assertThat(page.locator(".record-card").first()).isVisible();
        accessible(page);
        HttpResponse<String> registered = call(
                "/api/v1/requests",
                "{\"type\":\"DELETION\",\"channel\":\"LETTER\",\"note\":\"来信提出\",\"subject\":" + person() + "}");
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        JsonNode request = JSON.readTree(registered.body());
        int total = total();

        Objects.requireNonNull(jar).kill();
        start(elsewhere, Map.of("SHOUXIN_DATA", directory.resolve("data").toString()));
        assertThat(elsewhere.resolve("data")).doesNotExist();

        HttpResponse<String> found =
                call("/api/v1/requests/" + request.get("id").asText(), null);
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(JSON.readTree(found.body()).get("reference")).isEqualTo(request.get("reference"));
        assertThat(total())
                .as("nothing is lost, and the demo is not filled twice")
                .isEqualTo(total);
        page.navigate(url("/mine"));
        identify(page, NUMBER);
        assertThat(page.locator("body")).containsText(request.get("reference").asText());
    }

    private void start(Path workingDirectory, Map<String, String> environment) throws Exception {
        jar = RunningJar.start(
                RunningJar.product(),
                workingDirectory,
                environment,
                "--spring.profiles.active=demo",
                "--shouxin.postgres.binaries=" + PostgresForTests.BINARIES);
    }

    private static String person() {
        return "{\"phone\":\"" + NUMBER + "\"}";
    }

    private int total() throws Exception {
        return JSON.readTree(call("/api/v1/requests?size=1", null).body())
                .get("total")
                .asInt();
    }

    /** With a token of its own: those of a process that was killed are tried no more. */
    private HttpResponse<String> call(String path, @Nullable String body) throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(url("/oauth2/token")))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("demo-staff:demo".getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope="
                        + SCOPES.replace(" ", "+").replace(":", "%3A")));
        HttpResponse<String> token = http.send(asked.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(url(path)))
                .header(
                        "Authorization",
                        "Bearer "
                                + JSON.readTree(token.body())
                                        .get("access_token")
                                        .asText())
                .header("Content-Type", "application/json");
        return http.send(
                body == null
                        ? call.build()
                        : call.POST(BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
