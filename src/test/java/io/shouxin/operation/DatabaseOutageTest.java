package io.shouxin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shouxin.ShouxinApplication;
import io.shouxin.evidence.EvidenceReader;
import io.shouxin.evidence.EvidenceSequencer;
import io.shouxin.evidence.VerifyResult;
import io.shouxin.platform.database.DatabaseAccess;
import io.shouxin.request.Channel;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.spine.DeletionWish;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.CutLine;
import io.shouxin.testing.PostgresForTests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** The database goes away for half a minute while clients send requests and cases run. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseOutageTest {

    private static final int CLIENTS = 4;
    private static final int REQUESTS = 6;
    private static final Duration AWAY = Duration.ofSeconds(30);

    private final Map<String, RequestId> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void readiness_tells_of_it_and_afterwards_everything_acknowledged_is_there_once(@TempDir Path directory)
            throws Exception {
        DatabaseAccess access = PostgresForTests.freshDatabase().access();
        URI server = URI.create(access.url().substring("jdbc:".length()));
        try (CutLine line = new CutLine(server.getPort());
                ServletWebServerApplicationContext portal = start(directory, access, line)) {
            Desks desks = Desks.of(portal);
            desks.firm().open();
            int port = portal.getWebServer().getPort();
            assertThat(probe(port, "readiness")).isEqualTo(200);

            CountDownLatch half = new CountDownLatch(CLIENTS * REQUESTS / 2);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                List<TestFirm.Client> people = people(desks, client);
                all.add(clients.submit(() -> people.forEach(person -> insist(desks, person, half))));
            }
            half.await();
            line.cut();
            long cutAt = System.nanoTime();
            await().atMost(Duration.ofSeconds(20)).until(() -> probe(port, "readiness") == 503);
            assertThat(probe(port, "liveness")).as("a restart would not help").isEqualTo(200);
            await().atMost(AWAY.plusSeconds(10)).until(() -> System.nanoTime() - cutAt > AWAY.toNanos());
            line.mend();
            await().atMost(Duration.ofSeconds(30)).until(() -> probe(port, "readiness") == 200);
            for (Future<?> each : all) {
                each.get(2, TimeUnit.MINUTES);
            }
            clients.shutdown();

            assertThat(failures).as("the outage was felt").hasPositiveValue();
            everythingOnce(portal, desks);
        }
    }

    private void everythingOnce(ServletWebServerApplicationContext portal, Desks desks) {
        assertThat(acknowledged).hasSize(CLIENTS * REQUESTS);
        acknowledged.values().forEach(id -> desks.task(id, "clerk", "review-decisions"));
        JdbcClient jdbc = portal.getBean(JdbcClient.class);
        assertThat(count(jdbc, "SELECT count(*) FROM request")).isEqualTo(CLIENTS * REQUESTS);
        assertThat(count(jdbc, "SELECT count(*) FROM task WHERE state = 'OPEN'"))
                .isEqualTo(CLIENTS * REQUESTS);
        assertThat(count(jdbc, "SELECT count(DISTINCT subject_id) FROM request"))
                .isEqualTo(CLIENTS * REQUESTS);
        assertThat(count(jdbc, "SELECT count(*) FROM evidence_entry WHERE kind = 'REQUEST_RECEIVED'"))
                .isEqualTo(CLIENTS * REQUESTS);
        assertThat(count(jdbc, "SELECT count(*) FROM act_ru_incident")).isZero();
        EvidenceSequencer sequencer = portal.getBean(EvidenceSequencer.class);
        await().until(() -> sequencer.sequenceNow() == 0);
        VerifyResult log = portal.getBean(EvidenceReader.class).verifyAll();
        assertThat(log.problem()).isNull();
    }

    /** As a person or a program does who gets no answer: the same request again, with the same key. */
    private void insist(Desks desks, TestFirm.Client person, CountDownLatch half) {
        DeletionWish wish = DeletionWish.of(person, Channel.PORTAL)
                .proven(ProofMethod.CODE_AND_ID_LAST_SIX)
                .once("outage-" + person.id());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try {
                        acknowledged.put(person.id().toString(), desks.submit(person, wish));
                        return true;
                    } catch (RuntimeException away) {
                        failures.incrementAndGet();
                        return false;
                    }
                });
        half.countDown();
    }

    private static List<TestFirm.Client> people(Desks desks, int client) {
        List<TestFirm.Client> people = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            people.add(desks.firm().client("outage-" + client + "-" + i, null));
        }
        return people;
    }

    private static ServletWebServerApplicationContext start(Path directory, DatabaseAccess access, CutLine line) {
        String url = StringUtils.replace(
                access.url(), ":" + URI.create(access.url().substring(5)).getPort() + "/", ":" + line.port() + "/");
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(
                        ShouxinApplication.class, TestFirm.class)
                .run(
                        "--server.port=0",
                        "--shouxin.data=" + directory,
                        "--spring.datasource.url=" + url,
                        "--shouxin.datasource.owner-password=" + access.owner().password(),
                        "--shouxin.datasource.app-password=" + access.app().password(),
                        "--shouxin.datasource.legal-password=" + access.legal().password(),
                        "--spring.datasource.hikari.maximum-pool-size=10",
                        "--spring.datasource.hikari.connection-timeout=2000",
                        "--camunda.bpm.job-execution.lock-time-in-millis=5000");
    }

    private static int probe(int port, String group) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
