package io.shouxin.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The filled demo and a real browser that goes to it as clients and staff do. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
abstract class BrowserJourney extends BrowserSteps {

    private static final int DEMO_CASES = 6;

    @LocalServerPort
    private int port;

    final JdbcClient jdbc;

    BrowserJourney(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeAll
    void the_demo_is_filled() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> jdbc.sql("SELECT count(*) FROM request")
                                        .query(Integer.class)
                                        .single()
                                >= DEMO_CASES
                        && jdbc.sql("SELECT count(*) FROM task WHERE kind = 'second-review'")
                                        .query(Integer.class)
                                        .single()
                                > 0);
    }

    @BeforeEach
    void nobody_has_used_up_the_codes() {
        jdbc.sql("DELETE FROM rate_limit").update();
    }

    String status(String reference) {
        return jdbc.sql("SELECT status FROM request WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    int sent() {
        return jdbc.sql("SELECT count(*) FROM message WHERE state IN ('SENT', 'QUEUED')")
                .query(Integer.class)
                .single();
    }

    @Override
    final String url(String path) {
        return "http://localhost:" + port + path;
    }
}
