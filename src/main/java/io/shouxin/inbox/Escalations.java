package io.shouxin.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks tasks that stand at or past their date, for the list and for the privacy officer. */
@Service
public class Escalations {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Escalations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void escalate(UUID caseId) {
        jdbc.sql("UPDATE task SET escalated_at = ? WHERE case_id = ? AND state <> 'DONE' AND escalated_at IS NULL")
                .params(Timestamp.from(clock.instant()), caseId)
                .update();
    }
}
